using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Documents;

/// <summary>Takes in the mandate of an organisation: what lets those who act for it bind it, whatever the application. A new one takes the place of the one before.</summary>
public sealed class GiveMandate(InessDbContext db, ReceiveFile receive, IDocumentStore store, IVirusScanner scanner, TimeProvider time)
{
    /// <summary>Takes it in, and gives its identifier.</summary>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid organisationId, string? fileName, Stream content, Actor who, CancellationToken cancellationToken)
    {
        // Looked at before the content is received: nobody fills the store through an organisation that is not theirs.
        if (who.AccountId is not { } account || !await db.Organisations.Of(account).AnyAsync(found => found.Id == organisationId, cancellationToken)) return Outcome.NotFound;
        var received = await receive.ExecuteAsync(content, fileName, cancellationToken);
        if (received is not ReceivedFile.Kept kept) return Outcome.Refused(Refusal.Invalid, ((ReceivedFile.Refused)received).Why.Sentence);

        var isNoted = false;
        try
        {
            if (await db.Organisations.Of(account).SingleOrDefaultAsync(found => found.Id == organisationId, cancellationToken) is not { } organisation) return Outcome.NotFound;
            var now = time.Instant();
            foreach (var before in await db.Mandates().Where(document => document.OrganisationId == organisationId).ToListAsync(cancellationToken))
                (before.RemovedAt, before.ScanDueAt) = (now, null);
            var document = kept.ToDocument(organisationId, null, DocumentKind.Mandate, account, scanner, now);
            db.Add(document);
            // Of two mandates given at once, one is refused.
            db.Touch(organisation);
            if (await db.TryCommitAsync(new(who, "MandateGiven", Act.Organisation(organisationId), document.FileName), cancellationToken) is { IsDone: false } refused) return refused;
            isNoted = true;
            return document.Id;
        }
        finally
        {
            if (!isNoted) await store.DeleteAsync(kept.Content.Key, CancellationToken.None);
        }
    }
}
