using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Archives;

/// <summary>Makes the archive of a file that has ended: noted first, with its digest, then written.</summary>
public sealed class ArchiveFile(InessDbContext db, IDocumentStore store, TimeProvider time)
{
    /// <summary>The act, in the audit log.</summary>
    internal const string Archived = "FileArchived";

    /// <summary>What the log says of one: of which file, and its digest.</summary>
    internal static string DetailsOf(string number, string digest) => $"{number} : {digest}";

    /// <summary>Whether a file has ended.</summary>
    public static bool HasEnded(FileStatus status) => status is FileStatus.Closed or FileStatus.Withdrawn;

    /// <summary>Prepares it, and notes that it is made.</summary>
    public async Task<Outcome<PreparedArchive>> ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account || !RightsTable.Allows(who.Role, Right.ArchiveFiles)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas d'archiver un dossier.");
        if (await FindAsync(applicationId, cancellationToken) is not { } application) return Outcome.NotFound;
        if (!HasEnded(application.Status)) return Outcome.Refused(Refusal.Conflict, "Seul un dossier clos ou retiré s'archive.");
        // Contents are read before anything is held: it takes as long as they are large.
        var documents = await DocumentsAsync(applicationId, cancellationToken);
        var (contents, wrong) = await new ArchiveDocuments(store).ReadAsync(documents, cancellationToken);
        if (wrong is not null) return Outcome.Refused(Refusal.Conflict, $"La pièce « {wrong.FileName} » n'a plus le contenu noté à son dépôt, ou l'a perdu : l'archive n'est pas faite.");

        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        if (await FindAsync(applicationId, cancellationToken) is not { } locked || locked.Version != application.Version || !(await DocumentsAsync(applicationId, cancellationToken)).Select(found => found.Id).SequenceEqual(documents.Select(found => found.Id)))
            return Outcome.Refused(Refusal.Conflict, "Ce dossier vient de changer : recommencez.");
        var paths = contents.ToDictionary(content => content.Key, content => content.Value.Path);
        var data = await new ArchiveData(db, applicationId, application.OrganisationId, paths).ReadAsync(cancellationToken);
        var now = time.Instant();
        var archive = new PreparedArchive(application.Number!, now.InParis(), now.DayInParis(), [.. data, .. contents.Values]);
        db.Add(new FileArchive { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, MadeAt = now, MadeBy = account, ManifestSha256 = archive.ManifestSha256 });
        await db.CommitAsync(new(who, Archived, Act.Application(applicationId), DetailsOf(application.Number!, archive.ManifestSha256)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return archive;
    }

    private Task<Application?> FindAsync(Guid applicationId, CancellationToken cancellationToken) =>
        db.Applications.AsNoTracking().SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null && found.FiledAt != null, cancellationToken);

    private Task<List<StoredDocument>> DocumentsAsync(Guid applicationId, CancellationToken cancellationToken) =>
        db.Documents.AsNoTracking().Where(document => document.ApplicationId == applicationId).OrderBy(document => document.Id).ToListAsync(cancellationToken);
}
