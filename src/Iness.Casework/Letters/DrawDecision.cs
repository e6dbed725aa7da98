using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Letters;

/// <summary>Draws the letter of a decision as PDF, once, from the letter stored with it. Two nodes that draw it at once keep the first.</summary>
public sealed class DrawDecision(InessDbContext db, IPdfRenderer renderer, IDocumentStore store, TimeProvider time)
{
    /// <summary>The kind of its document: nobody gives it, so it is none of those that are asked.</summary>
    public const string Kind = "Decision";

    /// <summary>Draws it, unless it was; its document, or why there is none.</summary>
    public async Task<(Guid? DocumentId, PdfUnavailability? WhyNot)> ExecuteAsync(Guid decisionId, CancellationToken cancellationToken)
    {
        var decision = await db.Decisions.AsNoTracking().SingleAsync(found => found.Id == decisionId, cancellationToken);
        if (decision.DocumentId is { } drawn) return (drawn, null);
        return await db.DrawAsync(
            new(decision.ApplicationId, decision.Letter, Kind, "DecisionDrawn", application => FileName(application.Number!), async () =>
            {
                var row = await db.Decisions.SingleAsync(found => found.Id == decisionId, cancellationToken);
                return (row.DocumentId, id => row.DocumentId = id);
            }),
            renderer, store, time, cancellationToken);
    }

    /// <summary>Name of the file.</summary>
    public static string FileName(string number) => $"decision-{number}.pdf";
}
