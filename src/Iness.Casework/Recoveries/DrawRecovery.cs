using Iness.Casework.Documents.Storage;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>Draws the act of a recovery as PDF, once, from the letter stored with it. Two nodes that draw it at once keep the first.</summary>
public sealed class DrawRecovery(InessDbContext db, IPdfRenderer renderer, IDocumentStore store, TimeProvider time)
{
    /// <summary>The kind of its document: nobody gives it, so it is none of those that are asked.</summary>
    public const string Kind = "RecoveryAct";

    /// <summary>Draws it, unless it was; its document, or why there is none.</summary>
    public async Task<(Guid? DocumentId, PdfUnavailability? WhyNot)> ExecuteAsync(Guid recoveryId, CancellationToken cancellationToken)
    {
        var recovery = await db.Recoveries.AsNoTracking().SingleAsync(found => found.Id == recoveryId, cancellationToken);
        if (recovery.DocumentId is { } drawn) return (drawn, null);
        if (recovery.Letter is not { } letter) return (null, PdfUnavailability.Failed);
        return await db.DrawAsync(
            new(recovery.ApplicationId, letter, Kind, "RecoveryDrawn", application => $"{NameOf(recovery.Kind)}-{application.Number}.pdf", async () =>
            {
                var row = await db.Recoveries.SingleAsync(found => found.Id == recoveryId, cancellationToken);
                return (row.DocumentId, id => row.DocumentId = id);
            }),
            renderer, store, time, cancellationToken);
    }

    private static string NameOf(RecoveryKind kind) => kind switch { RecoveryKind.Reduction => "reduction", RecoveryKind.Withdrawal => "retrait", _ => "reversement" };
}
