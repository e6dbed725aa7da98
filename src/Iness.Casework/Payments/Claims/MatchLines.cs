using Iness.Casework.Audit;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;

namespace Iness.Casework.Payments.Claims;

/// <summary>Matches the lines of invoices to granted costs, by hand.</summary>
public sealed class MatchLines(InessDbContext db, TimeProvider time)
{
    /// <summary>Matches them.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version of the claim that the page showed.</param>
    /// <param name="matches">The lines, each with its cost.</param>
    /// <param name="who">Who matches.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, IReadOnlyList<LineMatch> matches, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matches);
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        if (await GrantedAid.ReadAsync(db, applicationId, cancellationToken) is not { } granted) return Outcome.NotFound;
        if (matches.Any(match => match.CostId is not null && granted.Costs.All(cost => cost.Line.Id != match.CostId))) return Outcome.Refused(Refusal.Invalid, "Choisissez une dépense accordée.");
        if (matches.Any(match => match.Months is < 1 or > 120)) return Outcome.Refused(Refusal.Invalid, "Un abonnement dure de 1 à 120 mois.");
        var byLine = matches.ToLookup(match => match.LineId);
        foreach (var line in taken.Value.Claim.Invoices.SelectMany(invoice => invoice.Lines))
        {
            if (byLine[line.Id].LastOrDefault() is not { } match) continue;
            if (line.CostId != match.CostId || line.Months != match.Months) line.Unsee();
            (line.CostId, line.IsMatchedByHand, line.Months) = (match.CostId, true, match.Months);
        }

        return await db.KeepAsync(taken.Value, transaction, new(who, "LinesMatched", Act.Application(applicationId)), time.Instant(), cancellationToken);
    }
}

/// <summary>The granted cost of a line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="CostId">The cost; null when it belongs to none, and is not claimed.</param>
/// <param name="Months">Months of a subscription.</param>
public sealed record LineMatch(Guid LineId, string? CostId, int? Months);
