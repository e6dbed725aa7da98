using Iness.Casework.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts.Passkeys;

/// <summary>The end of a ceremony. Without its beginning, which a cookie keeps a few minutes, Identity throws: here it is an answer like another.</summary>
internal static class PasskeyCeremony
{
    /// <summary>A passkey was made; null when none was asked for.</summary>
    public static Task<PasskeyAttestationResult?> AttestAsync(SignInManager<Account> ceremonies, string? credential) => EndAsync(credential, ceremonies.PerformPasskeyAttestationAsync);

    /// <summary>A passkey was used; null when none was asked for.</summary>
    public static Task<PasskeyAssertionResult<Account>?> AssertAsync(SignInManager<Account> ceremonies, string? credential) => EndAsync(credential, ceremonies.PerformPasskeyAssertionAsync);

    private static async Task<T?> EndAsync<T>(string? credential, Func<string, Task<T>> end)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(credential)) return null;
        try
        {
            return await end(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
