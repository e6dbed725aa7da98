using Iness.Casework.Audit;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Payments.Claims;

/// <summary>Tells the other public aid received or asked for the same costs since the grant (AID-4).</summary>
public sealed class SaveOtherAid(InessDbContext db, TimeProvider time)
{
    /// <summary>The most aids told.</summary>
    public const int Most = 20;

    /// <summary>Saves it: none when the list is empty.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version of the claim that the page showed.</param>
    /// <param name="aids">The aids.</param>
    /// <param name="who">Who tells.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, IReadOnlyList<PublicAid> aids, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(aids);
        if (aids.Count > Most) return Outcome.Refused(Refusal.Invalid, $"Indiquez {Most} aides au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        (taken.Value.Claim.HasOtherAid, taken.Value.Claim.OtherAid) = (aids.Count > 0, aids.Count > 0 ? OtherAidJson.Write(aids) : null);
        return await db.KeepAsync(taken.Value, transaction, new(who, "OtherAidSaved", Act.Application(applicationId)), time.Instant(), cancellationToken);
    }
}
