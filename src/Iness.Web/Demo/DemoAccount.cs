using Iness.Casework.Lifecycle;
using Iness.Web.Accounts;

namespace Iness.Web.Demo;

/// <summary>A person of the demonstration: invented, with an address that cannot be anybody's.</summary>
/// <param name="Role">What the person is in the scheme.</param>
/// <param name="Word">The role in an address: of the page, and before the « @ ».</param>
/// <param name="GivenName">First name.</param>
/// <param name="FamilyName">Family name.</param>
public sealed record DemoAccount(Role Role, string Word, string GivenName, string FamilyName)
{
    /// <summary>Their password, known to all.</summary>
    public const string Password = "demonstration-iness";

    /// <summary>What comes after the « @ »: a domain that no one can own (RFC 2606).</summary>
    public const string Domain = "demo.invalid";

    /// <summary>One for each role that a person can have.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new(Role.Applicant, "demandeur", "Camille", "Delattre"),
        new(Role.Officer, "instructeur", "Noé", "Vandamme"),
        new(Role.LeadOfficer, "responsable", "Inès", "Caron"),
        new(Role.Signatory, "signataire", "Paul", "Leroy"),
        new(Role.Finance, "finances", "Lina", "Dubois"),
        new(Role.Administrator, "administrateur", "Alix", "Mercier"),
        new(Role.Auditor, "auditeur", "Sacha", "Lemaire"),
    ];

    /// <summary>Those who also act in the demonstration's files, and are not offered at the entry.</summary>
    public static IReadOnlyList<DemoAccount> Others { get; } =
    [
        new(Role.Applicant, "demandeur-2", "Louise", "Martel"),
        new(Role.Applicant, "demandeur-3", "Karim", "Benali"),
        new(Role.Officer, "instructeur-2", "Maud", "Lefebvre"),
        new(Role.Officer, "instructeur-3", "Yanis", "Delcourt"),
    ];

    /// <summary>E-mail.</summary>
    public string Email => $"{Word}@{Domain}";

    /// <summary>Who the person is, after « comme ».</summary>
    public string Title => Role == Role.Finance ? "agent des finances" : Role.InFrench();

    /// <summary>Where the person works, once signed in.</summary>
    public string Home => Landing.HomeOf(Role);
}
