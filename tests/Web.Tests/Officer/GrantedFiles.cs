using Iness.Casework.Applications;
using Iness.Casework.Decisions;
using Iness.Regulation;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>Files granted and notified, on a portal.</summary>
internal static class GrantedFiles
{
    /// <summary>One, for 2 400 €.</summary>
    public static async Task<Application> GrantedAsync(this PortalHost portal, DecisionPeople people, Func<DateOnly, AssessmentRequest>? request = null)
    {
        var file = await portal.UnderReviewAsync(people, request);
        var proposal = await portal.ProposedAsync(file, people.Officer.Id);
        await portal.WithAsync<CheckProposal, bool>(async check => (await check.ExecuteAsync(proposal, 1, null, people.Lead.AsActor(), CancellationToken.None)).IsDone);
        var decision = await portal.WithAsync<DecideFile, Guid>(async decide => (await decide.ExecuteAsync(proposal, null, people.Signatory.AsActor(), CancellationToken.None)).Value);
        await portal.WithAsync<NotifyDecision, bool>(async notify => (await notify.ExecuteAsync(decision, CancellationToken.None)).IsDone);
        return await portal.WithDatabaseAsync(db => db.Applications.AsNoTracking().Include(found => found.Organisation).SingleAsync(found => found.Id == file.Id));
    }
}
