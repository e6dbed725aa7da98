using Iness.Casework.Documents;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>The agreement that goes with a grant: its documents tell where it stands.</summary>
/// <param name="Offered">The agreement offered.</param>
/// <param name="Concluded">The agreement accepted online, or signed on paper; null until then.</param>
public sealed record Agreement(StoredDocument Offered, StoredDocument? Concluded)
{
    /// <summary>Kind of the document that the Région offers.</summary>
    public const string OfferedKind = "AgreementOffered";

    /// <summary>Kind of the one accepted online.</summary>
    public const string AcceptedKind = "AgreementAccepted";

    /// <summary>Kind of the one signed on paper.</summary>
    public const string SignedKind = "AgreementSigned";

    /// <summary>The latest document.</summary>
    public StoredDocument Latest => Concluded ?? Offered;

    /// <summary>Where it stands, in words.</summary>
    public string State => Concluded is not { } concluded ? $"proposée le {Offered.UploadedAt.InWords()}, pas encore acceptée"
        : concluded.Kind == AcceptedKind ? $"acceptée en ligne le {concluded.UploadedAt.InWords()}"
        : $"signée sur papier, déposée le {concluded.UploadedAt.InWords()}";
}

/// <summary>Finds agreements.</summary>
public static class Agreements
{
    /// <summary>That of the latest decision on an application; null when none was offered.</summary>
    public static async Task<Agreement?> AgreementAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var since = await db.Decisions.Where(decision => decision.ApplicationId == applicationId).OrderByDescending(decision => decision.At).Select(decision => (DateTime?)decision.At).FirstOrDefaultAsync(cancellationToken);
        string[] kinds = [Agreement.OfferedKind, Agreement.AcceptedKind, Agreement.SignedKind];
        var documents = await db.Documents.AsNoTracking().Where(document => document.ApplicationId == applicationId && document.RemovedAt == null && kinds.Contains(document.Kind) && document.UploadedAt >= since)
            .OrderBy(document => document.UploadedAt).ToListAsync(cancellationToken);
        return documents.Find(document => document.Kind == Agreement.OfferedKind) is { } offered ? new(offered, documents.FindLast(document => document.Kind != Agreement.OfferedKind && document.Scan != ScanState.Infected)) : null;
    }

    /// <summary>The latest decision on an application, when it grants an aid that has been notified and is not claimed yet; null otherwise.</summary>
    public static Task<Decision?> GrantToAgreeOnAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Decisions.AsNoTracking().Where(decision => decision.ApplicationId == applicationId && decision.Kind == DecisionKind.Grant && decision.NotifiedAt != null
                && db.Applications.Any(application => application.Id == applicationId && application.Status == Lifecycle.FileStatus.Notified))
            .OrderByDescending(decision => decision.At).FirstOrDefaultAsync(cancellationToken);
    }
}
