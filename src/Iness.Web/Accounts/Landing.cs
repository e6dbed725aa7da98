using Iness.Casework.Accounts;
using Iness.Casework.Lifecycle;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Accounts;

/// <summary>Where a person arrives once signed in.</summary>
internal static class Landing
{
    /// <summary>Name of the parameter that holds the page a person was going to.</summary>
    public const string Parameter = "retour";

    /// <summary>The page the person was going to, if it is one of this portal; else where their role works.</summary>
    public static string Of(IUrlHelper url, string? wanted, Account account) => url.IsLocalUrl(wanted) ? wanted! : HomeOf(account.Role);

    /// <summary>Where a role works.</summary>
    public static string HomeOf(Role role) => role switch { Role.Applicant => "/demandes", Role.Administrator => "/administration", _ => "/dossiers" };

    /// <summary>An address that carries on to the page the person was going to.</summary>
    public static string Through(string address, string? wanted) => string.IsNullOrEmpty(wanted) ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Uri.EscapeDataString(wanted)}";
}
