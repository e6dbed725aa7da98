using Iness.Casework.Lifecycle;
using Microsoft.AspNetCore.Identity;

namespace Iness.Casework.Accounts;

/// <summary>A person who signs in. What they may see follows from their role and, for an applicant, from the organisations they belong to.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>First name.</summary>
    public string GivenName { get; set; } = "";

    /// <summary>Family name.</summary>
    public string FamilyName { get; set; } = "";

    /// <summary>What the person is in the scheme.</summary>
    public Role Role { get; set; }

    /// <summary>Capacity printed beside the name of a signatory, such as « Directrice de l'économie » (CRPA L212-1); null for the others.</summary>
    public string? Capacity { get; set; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Last sign-in, UTC; null when there was none.</summary>
    public DateTime? LastSignInAt { get; set; }

    /// <summary>When it was closed, UTC: nobody signs in with it any more, and its personal data are erased.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>When its owner was warned that it would be closed for lack of use, UTC.</summary>
    public DateTime? WarnedAt { get; set; }

    /// <summary>First and family name.</summary>
    public string FullName => $"{GivenName} {FamilyName}".Trim();
}
