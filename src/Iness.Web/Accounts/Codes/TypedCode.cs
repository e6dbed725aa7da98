namespace Iness.Web.Accounts.Codes;

/// <summary>A code as people type it: with the spaces that applications show, in small letters, or without the hyphen.</summary>
internal static class TypedCode
{
    private const int RecoveryGroup = 5;

    /// <summary>A code of an application.</summary>
    public static string Of(string? typed) => new([.. (typed ?? "").Where(char.IsAsciiDigit)]);

    /// <summary>A recovery code, as they were given.</summary>
    public static string Recovery(string? typed)
    {
        var letters = new string([.. (typed ?? "").Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return letters.Length == 2 * RecoveryGroup ? $"{letters[..RecoveryGroup]}-{letters[RecoveryGroup..]}" : letters;
    }

    /// <summary>Whether it can be a code of an application, and not a recovery code.</summary>
    public static bool IsFromApplication(string? typed) => typed is not null && Of(typed).Length == 6 && !typed.Any(char.IsAsciiLetter);
}
