using Iness.Casework.Applications;
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

    /// <summary>The documents given with an application, the oldest first; those of its messages are shown with them.</summary>
    public static Task<List<StoredDocument>> GivenDocumentsAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Documents.AsNoTracking()
            .Where(document => document.ApplicationId == applicationId && document.RemovedAt == null && document.MessageId == null)
            .OrderBy(document => document.UploadedAt).ThenBy(document => document.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The documents that the service awaits for an application, those already produced left out.</summary>
    public static Task<List<AwaitedDocument>> AwaitedDocumentsAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.MissingItemsRequests
            .Where(request => request.ApplicationId == applicationId && request.AnsweredAt == null)
            .SelectMany(request => request.Items)
            .Where(item => item.DocumentKind != null && item.ProducedAt == null)
            .Select(item => new AwaitedDocument(item.Id, item.DocumentKind!, item.Label))
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
                var awaited = (await db.AwaitedDocumentsAsync(application.Id, cancellationToken)).FirstOrDefault(document => document.Kind == kind);
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
public sealed record AwaitedDocument(Guid ItemId, string Kind, string Label);
