using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Iness.Casework.Accounts;

/// <summary>
/// The code of a link sent by mail: sealed by this portal, for one account and one purpose, until a given time. It holds the account's
/// stamp, which changes with the password: a link that has served, or an older one, works no more.
/// </summary>
public sealed class MailedLinkTokens(IDataProtectionProvider protection, TimeProvider time) : IUserTwoFactorTokenProvider<Account>
{
    /// <summary>Name among the token providers.</summary>
    public const string Name = "MailedLink";

    /// <summary>How long a link to choose a new password works.</summary>
    public static TimeSpan ResetValidity { get; } = TimeSpan.FromHours(1);

    /// <summary>How long a link to confirm an address works.</summary>
    public static TimeSpan ConfirmationValidity { get; } = TimeSpan.FromDays(3);

    /// <inheritdoc/>
    public async Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(user);
        var until = time.Instant() + (purpose == UserManager<Account>.ResetPasswordTokenPurpose ? ResetValidity : ConfirmationValidity);
        return WebEncoders.Base64UrlEncode(Seal(purpose).Protect(Encoding.UTF8.GetBytes($"{until.Ticks.ToString(CultureInfo.InvariantCulture)} {await OfAsync(manager, user)}")));
    }

    /// <inheritdoc/>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(user);
        try
        {
            var parts = Encoding.UTF8.GetString(Seal(purpose).Unprotect(WebEncoders.Base64UrlDecode(token))).Split(' ', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > time.Instant().Ticks && parts[1] == await OfAsync(manager, user);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(false);

    private static async Task<string> OfAsync(UserManager<Account> manager, Account user) => $"{user.Id} {await manager.GetSecurityStampAsync(user)}";

    private IDataProtector Seal(string purpose) => protection.CreateProtector("Iness.MailedLink", purpose);
}
