using System.Security.Claims;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Rights;

namespace Iness.Web.Accounts;

/// <summary>Who is signed in, as the cookie says; the cookie is checked at each request against the sessions of the database.</summary>
public static class CurrentAccount
{
    /// <summary>Claim that holds the session.</summary>
    public const string SessionClaim = "session";

    /// <summary>Claim that holds the full name.</summary>
    public const string NameClaim = "nom";

    /// <summary>The account; null for a visitor.</summary>
    public static Guid? AccountId(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
    }

    /// <summary>Its role; null for a visitor.</summary>
    public static Role? Role(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;
    }

    /// <summary>Whether the person holds a right.</summary>
    public static bool Has(this ClaimsPrincipal user, Right right) => user.Role() is { } role && RightsTable.Allows(role, right);

    /// <summary>The session of this browser.</summary>
    public static Guid? SessionId(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;
    }

    /// <summary>First and family name; null for a visitor.</summary>
    public static string? FullName(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.FindFirstValue(NameClaim);
    }

    /// <summary>The person as the audit log names them.</summary>
    public static Actor Actor(this ClaimsPrincipal user) => user.AccountId() is { } id && user.Role() is { } role ? new(id, role) : Casework.Audit.Actor.Visitor;
}
