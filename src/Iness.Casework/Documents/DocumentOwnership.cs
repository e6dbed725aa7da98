using Iness.Casework.Applications;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Documents;

/// <summary>Which documents belong to whom, and when they may be given or taken out: asked in the query itself.</summary>
public static class DocumentOwnership
{
    /// <summary>The documents, not taken out, of the organisations that a person acts for.</summary>
    public static IQueryable<StoredDocument> DocumentsOf(this InessDbContext db, Guid accountId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Documents.Where(document => document.RemovedAt == null
            && db.Memberships.Any(membership => membership.OrganisationId == document.OrganisationId && membership.AccountId == accountId && membership.LeftAt == null));
    }

    /// <summary>The documents given with an application, the oldest first. Those of its messages are shown with them, those of its claim with it, and those that the system made elsewhere.</summary>
    public static Task<List<StoredDocument>> GivenDocumentsAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Documents.AsNoTracking()
            .Where(document => document.ApplicationId == applicationId && document.RemovedAt == null && document.MessageId == null && document.UploadedBy != null && document.Kind != Decisions.Agreement.SignedKind
                && !DocumentKinds.OfClaim.Contains(document.Kind))
            .OrderBy(document => document.UploadedAt).ThenBy(document => document.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The mandates in force, each of its organisation: those that were replaced are kept, but count no more.</summary>
    public static IQueryable<StoredDocument> Mandates(this InessDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Documents.Where(document => document.ApplicationId == null && document.Kind == nameof(DocumentKind.Mandate) && document.RemovedAt == null);
    }

    /// <summary>The documents that the service has asked for and awaits, those given since among them: until all is said to be sent, one may be given again.</summary>
    public static Task<List<AwaitedDocument>> AwaitedDocumentsAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.MissingItemsRequests
            .Where(request => request.ApplicationId == applicationId && request.AnsweredAt == null && !request.IsOnPayment)
            .SelectMany(request => request.Items)
            .Where(item => item.DocumentKind != null)
            .OrderBy(item => item.Id)
            .Select(item => new AwaitedDocument(item.Id, item.DocumentKind!, item.Label, item.ProducedAt != null))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Done when a document of a kind may be given, else why not; with the missing item it answers.</summary>
    internal static async Task<(Outcome Outcome, Guid? MissingItemId)> MayGiveAsync(this InessDbContext db, Application application, string kind, CancellationToken cancellationToken)
    {
        switch (application.Status)
        {
            case FileStatus.Draft:
                return (Outcome.Done, null);
            case FileStatus.Incomplete:
                var awaited = (await db.AwaitedDocumentsAsync(application.Id, cancellationToken)).Where(document => document.Kind == kind).MinBy(document => document.IsProduced);
                return awaited is not null
                    ? (Outcome.Done, awaited.ItemId)
                    : (Outcome.Refused(Refusal.Conflict, "Cette pièce ne vous a pas été demandée : elle ne peut plus être ajoutée ni changée depuis le dépôt."), null);
            default:
                return (Outcome.Refused(Refusal.Conflict, $"Cette demande est {application.Status.InFrench()} : ses pièces ne peuvent plus être modifiées."), null);
        }
    }
}

/// <summary>A document that the service awaits.</summary>
/// <param name="ItemId">The missing item.</param>
/// <param name="Kind">What it must prove.</param>
/// <param name="Label">What is asked, in words.</param>
/// <param name="IsProduced">Whether a document was given for it since.</param>
public sealed record AwaitedDocument(Guid ItemId, string Kind, string Label, bool IsProduced);
