using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Decisions;

/// <summary>Draws an agreement as PDF and keeps it, with what is to be written beside, in one transaction; fixed once it is kept.</summary>
public sealed class DrawAgreement(InessDbContext db, RewriteLetter rewrite, IPdfRenderer renderer, IDocumentStore store, IOptions<ServiceInCharge> service)
{
    /// <summary>Draws the agreement of a grant.</summary>
    /// <param name="grant">The decision.</param>
    /// <param name="accepted">Who accepted; null to offer it.</param>
    /// <param name="now">When.</param>
    /// <param name="act">What the log is told, completed with the hash.</param>
    /// <param name="beside">Writes what goes with it, or refuses, once the application is locked.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<Outcome> ExecuteAsync(Decision grant, AgreementAcceptance? accepted, DateTime now, Act act, Func<Application, Task<Outcome>> beside, CancellationToken cancellationToken)
    {
        if (await rewrite.LetterAsync(grant.Id, cancellationToken) is not { Letter: var order }) return Outcome.Refused(Refusal.Conflict, "Ce que la décision a conservé ne se lit plus : la convention ne peut pas être écrite.");
        var html = LetterHtml.Write(AgreementLetter.Of(order, service.Value, now.DayInParis(), accepted));
        if (await renderer.RenderAsync(html, cancellationToken) is not PdfRendering.Rendered pdf) return Outcome.Refused(Refusal.Conflict, "Les PDF ne peuvent pas être dessinés pour le moment. Réessayez plus tard.");
        using var bytes = new MemoryStream(pdf.Bytes.ToArray());
        if (await store.WriteAsync(bytes, DrawnDocument.Largest, cancellationToken) is not StoreAnswer.Stored(var content)) return Outcome.Refused(Refusal.Conflict, "La convention n'a pas pu être conservée. Réessayez plus tard.");
        var isNoted = false;
        try
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(grant.ApplicationId, cancellationToken);
            var application = await db.Applications.SingleAsync(found => found.Id == grant.ApplicationId, cancellationToken);
            if (await beside(application) is { IsDone: false } refused) return refused;
            db.Add(DocumentOf(application, content, accepted is null ? Agreement.OfferedKind : Agreement.AcceptedKind, now));
            await db.CommitAsync(act with { Why = $"PDF {content.Sha256}" }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isNoted = true;
            return Outcome.Done;
        }
        finally
        {
            db.ChangeTracker.Clear();
            if (!isNoted) await store.DeleteAsync(content.Key, CancellationToken.None);
        }
    }

    private static StoredDocument DocumentOf(Application application, StoredContent content, string kind, DateTime now) =>
        DrawnDocument.Of(application, content, kind, $"convention-{application.Number}{(kind == Agreement.AcceptedKind ? "-acceptee" : "")}.pdf", now);
}
