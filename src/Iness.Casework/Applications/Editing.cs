using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>When the organisation may change an application: all of a draft; of a filed one, only what the service has asked for.</summary>
internal static class Editing
{
    /// <summary>Done when a section may be changed, else why not.</summary>
    public static async Task<Outcome> WhyNotEditableAsync(this InessDbContext db, Application application, string section, CancellationToken cancellationToken) => application.Status switch
    {
        FileStatus.Draft => Outcome.Done,
        FileStatus.Incomplete => await db.MissingItemsRequests.AnyAsync(
            request => request.ApplicationId == application.Id && request.AnsweredAt == null && !request.IsOnPayment && request.Items.Any(item => item.Section == section), cancellationToken)
            ? Outcome.Done
            : Outcome.Refused(Refusal.Conflict, "Cette partie ne vous a pas été demandée : elle ne peut plus être modifiée depuis le dépôt."),
        _ => Outcome.Refused(Refusal.Conflict, $"Cette demande est {application.Status.InFrench()} : ses réponses ne peuvent plus être modifiées."),
    };
}
