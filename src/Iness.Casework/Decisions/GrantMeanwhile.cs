using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Review.OtherAids;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>
/// An aid granted to the same undertaking, or to one linked to it, since a grant was proposed: FRQ-1 and LEG-1 were then weighed without
/// it. Whoever proposes after that grant had it before their eyes.
/// </summary>
internal static class GrantMeanwhile
{
    /// <summary>Why a grant can no longer be decided as it was proposed; done when it can. Until the end of the transaction nobody else grants.</summary>
    public static async Task<Outcome> WhyNotSinceAsync(this InessDbContext db, Proposal proposal, CancellationToken cancellationToken)
    {
        // The same lock as the one that keeps envelopes: two batches decided at once see each other's grants.
        await db.Locked(db.Envelopes).AsNoTracking().ToListAsync(cancellationToken);
        var own = await db.Applications.Where(found => found.Id == proposal.ApplicationId).Select(found => found.Organisation!.Siren).SingleAsync(cancellationToken);
        var answers = await db.Filings.Where(found => found.ApplicationId == proposal.ApplicationId).Select(found => found.Answers).SingleAsync(cancellationToken);
        var linked = LinkedUndertaking.SirensOf(answers);
        var since = await Since(db, proposal)
            .Where(found => found.Siren == own || linked.Contains(found.Siren) || found.Answers.Contains(LinkedUndertaking.Prefix))
            .OrderBy(found => found.On).ThenBy(found => found.Number)
            .ToListAsync(cancellationToken);
        return since.Find(grant => grant.Siren == own || linked.Contains(grant.Siren) || LinkedUndertaking.SirensOf(grant.Answers).Contains(own)) is { } grant
            ? Outcome.Refused(Refusal.Conflict, $"Une aide a été accordée le {French.Date(grant.On)} à {(grant.Siren == own ? "la même entreprise" : "une entreprise liée")} par le dossier {grant.Number} : la proposition est à revoir.")
            : Outcome.Done;
    }

    // The latest decision of another file counts, unless the aid was renounced.
    private static IQueryable<Grant> Since(InessDbContext db, Proposal proposal) =>
        from decision in db.Decisions
        where decision.Kind == DecisionKind.Grant && decision.At >= proposal.At && decision.ApplicationId != proposal.ApplicationId
            && !db.Decisions.Any(later => later.ApplicationId == decision.ApplicationId && later.At > decision.At)
        join application in db.Applications on decision.ApplicationId equals application.Id
        where application.Status != FileStatus.Withdrawn
        join filing in db.Filings on application.Id equals filing.ApplicationId
        select new Grant { Number = application.Number!, Siren = application.Organisation!.Siren, On = decision.On, Answers = filing.Answers };

    private sealed record Grant
    {
        public required string Number { get; init; }

        public required string Siren { get; init; }

        public required DateOnly On { get; init; }

        public required string Answers { get; init; }
    }
}
