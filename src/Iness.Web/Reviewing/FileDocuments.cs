using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Reviewing;

/// <summary>The documents of a file, as the Région reads them: those of the application, and the mandate of its organisation in force.</summary>
public static class FileDocuments
{
    /// <summary>All of them that were not taken out, the oldest first.</summary>
    public static async Task<IReadOnlyList<StoredDocument>> OfAsync(InessDbContext db, Application application, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(application);
        return await Query(db, application).OrderBy(document => document.UploadedAt).ThenBy(document => document.Id).ToListAsync(cancellationToken);
    }

    /// <summary>One of them; null when it is not of this file.</summary>
    public static Task<StoredDocument?> FindAsync(InessDbContext db, Application application, Guid id, CancellationToken cancellationToken) =>
        Query(db, application).SingleOrDefaultAsync(document => document.Id == id, cancellationToken);

    private static IQueryable<StoredDocument> Query(InessDbContext db, Application application)
    {
        var (id, organisation) = (application.Id, application.OrganisationId);
        return db.Documents.AsNoTracking().Where(document => document.RemovedAt == null
            && (document.ApplicationId == id || (document.ApplicationId == null && document.OrganisationId == organisation && document.Kind == nameof(DocumentKind.Mandate))));
    }
}
