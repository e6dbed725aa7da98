using Iness.Regulation;

namespace Iness.Casework.Registers.Companies;

/// <summary>
/// What the company register says of one undertaking, on the day it was asked. Everything may be absent: the register does not
/// know all, and an undertaking may oppose the publication of its data.
/// </summary>
public sealed record CompanyRecord
{
    /// <summary>The undertaking.</summary>
    public required Siren Siren { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The establishment concerned: the one searched by SIRET, else the head office.</summary>
    public string? Siret { get; init; }

    /// <summary>Legal category.</summary>
    public LegalCategory? LegalCategory { get; init; }

    /// <summary>Main activity of the undertaking, NAF rev. 2.</summary>
    public ActivityCode? MainActivity { get; init; }

    /// <summary>Commune of the establishment.</summary>
    public CommuneCode? Commune { get; init; }

    /// <summary>Its name.</summary>
    public string? CommuneName { get; init; }

    /// <summary>Day of foundation.</summary>
    public DateOnly? FoundedOn { get; init; }

    /// <summary>Staff band; about three years old: evidence, never the headcount.</summary>
    public StaffBand? StaffBand { get; init; }

    /// <summary>Turnover of the latest year published.</summary>
    public Money? Turnover { get; init; }

    /// <summary>That year.</summary>
    public int? TurnoverYear { get; init; }

    /// <summary>Whether the undertaking, or the establishment searched, is closed.</summary>
    public bool? HasCeased { get; init; }

    /// <summary>Work-integration types the register knows; none when it says it is no such structure.</summary>
    public Approvals WorkIntegration { get; init; }

    /// <summary>Whether SIRENE counts it in the social economy. It says nothing of an ESUS approval, which no register tells.</summary>
    public bool? IsSocialEconomy { get; init; }

    /// <summary>Number in the register of associations.</summary>
    public string? AssociationNumber { get; init; }

    /// <summary>Whether the undertaking opposes the publication of its data, in full or in part.</summary>
    public bool IsPartial { get; init; }

    /// <summary>When the register answered, UTC.</summary>
    public required DateTimeOffset FetchedAt { get; init; }
}
