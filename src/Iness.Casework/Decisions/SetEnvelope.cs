using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Sets the money voted for a year. It never goes under what is already proposed or granted.</summary>
public sealed class SetEnvelope(InessDbContext db)
{
    /// <summary>Years that may be set.</summary>
    public const int FirstYear = 2021, LastYear = 2100;

    /// <summary>Longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Most that may be voted.</summary>
    public static readonly Money Most = Money.Euros(1_000_000_000);

    /// <summary>Sets it.</summary>
    /// <param name="year">Budget year.</param>
    /// <param name="voted">Amount voted.</param>
    /// <param name="version">Version of the envelope that was seen; 0 for none.</param>
    /// <param name="reason">The vote it rests on.</param>
    /// <param name="who">Who sets it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(int year, Money voted, int version, string reason, Actor who, CancellationToken cancellationToken)
    {
        if (year is < FirstYear or > LastYear || voted < Money.Zero || voted > Most) return Outcome.NotFound;
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused(Refusal.Invalid, "Indiquez le vote sur lequel repose ce montant.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        var balance = await db.LockedBalanceAsync(year, cancellationToken);
        var envelope = await db.Envelopes.SingleOrDefaultAsync(found => found.Year == year, cancellationToken);
        if ((envelope?.Version ?? 0) != version) return Outcome.Refused(Refusal.Conflict, $"Cette enveloppe vient d'être fixée à {envelope?.Voted} par quelqu'un d'autre. Relisez-la avant de la changer.");
        if (voted < balance.Voted - balance.Left)
            return Outcome.Refused(Refusal.Invalid, $"{balance.Voted - balance.Left} sont déjà proposés ou accordés sur {year} : l'enveloppe ne peut pas être inférieure.");
        if (envelope is null) db.Add(new Envelope { Year = year, Voted = voted });
        else envelope.Voted = voted;
        try
        {
            await db.CommitAsync(new(who, "EnvelopeSet", $"envelope/{year}", reason.Trim()), cancellationToken);
        }
        catch (DbUpdateException) when (envelope is null)
        {
            return Outcome.Refused(Refusal.Conflict, "Cette enveloppe vient d'être fixée par quelqu'un d'autre. Relisez-la avant de la changer.");
        }

        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
