using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Regulation;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>Files on which a decision is to be taken, and the people who take it, on a portal.</summary>
internal static class DecisionOffice
{
    /// <summary>The people, with an envelope of so many euros for the year.</summary>
    public static Task<DecisionPeople> DecisionPeopleAsync(this PortalHost portal, string siren, long euros = 50_000) => portal.WithDatabaseAsync(async db =>
    {
        var people = await db.DecisionPeopleAsync(portal.Clock, siren, euros);
        var envelope = await db.Envelopes.SingleAsync();
        envelope.Voted = Money.Euros(euros);
        await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), CancellationToken.None);
        return people;
    });

    /// <summary>A file under review.</summary>
    public static Task<Application> UnderReviewAsync(this PortalHost portal, DecisionPeople people, Func<DateOnly, AssessmentRequest>? request = null) =>
        portal.WithDatabaseAsync(db => db.UnderReviewAsync(portal.Clock, people, request));

    /// <summary>A proposal, made by somebody as an officer.</summary>
    public static Task<Guid> ProposedAsync(this PortalHost portal, Application application, Guid by, DecisionKind kind = DecisionKind.Grant) => portal.WithAsync<ProposeDecision, Guid>(async propose =>
        (await propose.ExecuteAsync(application.Id, application.Version, kind, null, new(by, Role.Officer), CancellationToken.None)).Value);

    /// <summary>A proposal that waits for the signatory.</summary>
    public static async Task<Guid> CheckedAsync(this PortalHost portal, DecisionPeople people)
    {
        var proposal = await portal.ProposedAsync(await portal.UnderReviewAsync(people), people.Officer.Id);
        await portal.WithAsync<CheckProposal, bool>(async check => (await check.ExecuteAsync(proposal, 1, null, people.Lead.AsActor(), CancellationToken.None)).IsDone);
        return proposal;
    }
}
