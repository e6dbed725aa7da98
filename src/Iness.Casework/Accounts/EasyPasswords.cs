using Microsoft.AspNetCore.Identity;

namespace Iness.Casework.Accounts;

/// <summary>Refuses the passwords that somebody, or a program, would guess; what is asked is length, not odd characters.</summary>
public sealed class EasyPasswords : IPasswordValidator<Account>
{
    /// <summary>Shortest password.</summary>
    public const int Shortest = 12;

    /// <summary>Longest password: hashing a longer one would only keep the server busy.</summary>
    public const int Longest = 200;

    private const int FewestDistinct = 5;
    private const int FewestOfItsOwn = 8;
    private const int LeastScore = 3;

    // The time that guessing takes is estimated on the beginning alone: the estimate of a very long text is slow.
    private const int Estimated = 72;

    /// <summary>What French people type, which the lists of the estimate do not hold.</summary>
    private static readonly string[] Expected = ["iness", "motdepasse", "mot de passe", "azerty", "azertyuiop", "qsdfghjklm", "wxcvbn", "bonjour", "soleil", "jetaime", "doudou", "marseille", "hautsdefrance", "region", "association", "subvention"];

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(WhyNot(user, password ?? "") is { } why ? IdentityResult.Failed(new IdentityError { Code = "EasyPassword", Description = why }) : IdentityResult.Success);
    }

    /// <summary>What is wrong with a password for this person; null when nothing is.</summary>
    public static string? WhyNot(Account person, string password)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length == 0) return "Choisissez un mot de passe.";
        if (password.Length < Shortest) return $"Allongez ce mot de passe : {Shortest} caractères au moins.";
        if (password.Length > Longest) return $"Raccourcissez ce mot de passe : {Longest} caractères au plus.";
        if (password.Distinct().Count() < FewestDistinct) return "Ce mot de passe répète trop les mêmes caractères. Choisissez plusieurs mots sans lien entre eux.";
        var words = Words(person);
        var own = words.Aggregate(password, (rest, word) => rest.Replace(word, "", StringComparison.OrdinalIgnoreCase));
        if (own.Length < FewestOfItsOwn) return "Ce mot de passe contient votre nom, votre adresse ou le nom du service. Choisissez plusieurs mots sans lien avec vous.";
        return Zxcvbn.Zxcvbn.MatchPassword(password.Length > Estimated ? password[..Estimated] : password, [.. words, .. Expected]).Score < LeastScore
            ? "Ce mot de passe est trop facile à deviner. Choisissez plusieurs mots sans lien entre eux."
            : null;
    }

    /// <summary>What says who the person is, the longest first; two letters say nothing.</summary>
    private static List<string> Words(Account person) =>
        [.. new[] { person.Email, person.GivenName, person.FamilyName, "iness" }
            .Concat((person.Email ?? "").Split('@', '.', '-', '_', '+')).Concat(person.FullName.Split(' ', '-', '\''))
            .Where(word => word is { Length: > 2 }).Select(word => word!).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(word => word.Length)];
}
