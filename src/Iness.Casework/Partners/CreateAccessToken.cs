using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Partners;

/// <summary>A token just made: its text is known here and nowhere else.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Secret">The token, to be copied now.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
public sealed record NewAccessToken(Guid Id, string Secret, DateTime ExpiresAt);

/// <summary>Makes a token of the API for oneself.</summary>
public sealed class CreateAccessToken(InessDbContext db, TimeProvider time)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 100;

    /// <summary>Longest life, in days.</summary>
    public const int MostDays = 365;

    /// <summary>Most tokens that live at once in one account.</summary>
    public const int Most = 20;

    /// <summary>Makes it.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="scopes">Names of what it allows.</param>
    /// <param name="days">How long it lives.</param>
    /// <param name="who">Whose it is.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome<NewAccessToken>> ExecuteAsync(string name, IReadOnlyCollection<string> scopes, int days, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(scopes);
        if (who.AccountId is not { } account || !RightsTable.Allows(who.Role, Right.UseApi)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas d'utiliser l'API.");
        if (WhyNot(name.Trim(), scopes, days, who) is { IsDone: false } wrong) return wrong;
        var now = time.Instant();
        if (await db.AccessTokens.CountAsync(found => found.AccountId == account && found.RevokedAt == null && found.ExpiresAt > now, cancellationToken) >= Most)
            return Outcome.Refused(Refusal.Conflict, $"Vous avez déjà {Most} jetons en cours : révoquez-en un d'abord.");

        var secret = TokenSecret.New();
        var token = new AccessToken
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account,
            Name = name.Trim(),
            Prefix = TokenSecret.PrefixOf(secret),
            TokenHash = TokenSecret.Hash(secret),
            // Always in the same order, whatever order the boxes were ticked in.
            Scopes = string.Join(' ', TokenScope.All.Select(scope => scope.Name).Where(scopes.Contains)),
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        db.Add(token);
        await db.CommitAsync(new(who, "AccessTokenCreated", Act.Account(account)), cancellationToken);
        return new NewAccessToken(token.Id, secret, token.ExpiresAt);
    }

    private static Outcome WhyNot(string name, IReadOnlyCollection<string> scopes, int days, Actor who) =>
        name.Length == 0 ? Outcome.Refused(Refusal.Invalid, "Écrivez à quoi servira ce jeton.")
        : name.Length > LongestName || name.Any(char.IsControl) ? Outcome.Refused(Refusal.Invalid, $"Écrivez ce nom sur une ligne, en {LongestName} caractères au plus.")
        : !scopes.Contains(TokenScope.Applications.Name) ? Outcome.Refused(Refusal.Invalid, $"Cochez « {TokenScope.Applications.Title} » : les autres accès le complètent.")
        : scopes.Except(TokenScope.OpenTo(who.Role).Select(scope => scope.Name)).Any() ? Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas l'un des accès demandés.")
        : days is < 1 or > MostDays ? Outcome.Refused(Refusal.Invalid, "Choisissez une durée d'un an au plus.")
        : Outcome.Done;
}
