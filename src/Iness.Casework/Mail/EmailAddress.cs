using System.Net.Mail;

namespace Iness.Casework.Mail;

/// <summary>What may be an e-mail address.</summary>
public static class EmailAddress
{
    /// <summary>Longest address.</summary>
    public const int Longest = 256;

    /// <summary>Whether a text, without spaces around it, is one.</summary>
    public static bool IsOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= Longest && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
    }
}
