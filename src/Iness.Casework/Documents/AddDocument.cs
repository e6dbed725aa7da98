using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Documents;

/// <summary>Takes in a document of an application: of a draft, or one that the service awaits. What cannot be noted in the database is not kept in the store.</summary>
public sealed class AddDocument(InessDbContext db, ReceiveFile receive, IDocumentStore store, IVirusScanner scanner, TimeProvider time)
{
    /// <summary>The most documents an application may have.</summary>
    public const int Most = 60;

    /// <summary>Takes it in, and gives its identifier. The same file sent twice in the same place is kept once.</summary>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid applicationId, GivenDocument given, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (who.AccountId is not { } account) return Outcome.NotFound;
        // Looked at before the content is received: nobody fills the store through an application that is not theirs.
        var (refused, _, _) = await FindAsync(applicationId, account, given, cancellationToken);
        if (!refused.IsDone) return refused;
        var received = await receive.ExecuteAsync(given.Content, given.FileName, cancellationToken);
        if (received is not ReceivedFile.Kept kept) return Outcome.Refused(Refusal.Invalid, ((ReceivedFile.Refused)received).Why.Sentence);

        var isNoted = false;
        try
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(applicationId, cancellationToken);
            (refused, var application, var missingItem) = await FindAsync(applicationId, account, given, cancellationToken);
            if (application is null) return refused;
            if (await TwinAsync(applicationId, given, kept.Content.Sha256, cancellationToken) is { } twin) return twin;

            var document = kept.ToDocument(application.OrganisationId, application.Id, given.Kind, account, scanner, time.Instant());
            (document.CostLine, document.MissingItemId, document.ValidFrom, document.ValidUntil) = (given.CostLine, missingItem, given.ValidFrom, given.ValidUntil);
            db.Add(document);
            await db.ProduceAsync(missingItem, document.UploadedAt, cancellationToken);
            application.AnswersRevision++;
            application.ChangedAt = document.UploadedAt;
            application.WarnedAt = null;
            await db.CommitAsync(new(who, "DocumentAdded", Act.Application(applicationId), given.Kind.ToString()), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isNoted = true;
            return document.Id;
        }
        finally
        {
            if (!isNoted) await store.DeleteAsync(kept.Content.Key, CancellationToken.None);
        }
    }

    private async Task<(Outcome Outcome, Application? Application, Guid? MissingItem)> FindAsync(Guid applicationId, Guid account, GivenDocument given, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var application = await db.Applications.Of(account).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return (Outcome.NotFound, null, null);
        var (outcome, missingItem) = await db.MayGiveAsync(application, given.Kind.ToString(), cancellationToken);
        if (!outcome.IsDone) return (outcome, null, null);
        return await db.Documents.CountAsync(document => document.ApplicationId == applicationId && document.RemovedAt == null && document.UploadedBy != null && !DocumentKinds.OfClaim.Contains(document.Kind), cancellationToken) < Most
            ? (Outcome.Done, application, missingItem)
            : (Outcome.Refused(Refusal.Conflict, $"Cette demande a déjà {Most} pièces, c'est le plus qu'elle peut en avoir : retirez-en une, ou réunissez plusieurs pages dans un PDF."), null, null);
    }

    private Task<Guid?> TwinAsync(Guid applicationId, GivenDocument given, string sha256, CancellationToken cancellationToken)
    {
        var kind = given.Kind.ToString();
        return db.Documents
            .Where(document => document.ApplicationId == applicationId && document.RemovedAt == null && document.MessageId == null && document.Sha256 == sha256
                && document.Kind == kind && document.CostLine == given.CostLine)
            .Select(document => (Guid?)document.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>A document as a form gives it.</summary>
/// <param name="Kind">What it proves.</param>
/// <param name="CostLine">The cost line it is a quote for; null for none.</param>
/// <param name="FileName">Its name, as given.</param>
/// <param name="Content">Its content, read as it comes.</param>
public sealed record GivenDocument(DocumentKind Kind, string? CostLine, string? FileName, Stream Content)
{
    /// <summary>First day it is valid, when known already.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day it is valid, when known already.</summary>
    public DateOnly? ValidUntil { get; init; }
}
