using Iness.Casework.Audit;
using Iness.Regulation;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>An aid of the national de minimis register. Public data, replaced as a whole: it leaves no line in the audit log, its import does.</summary>
public sealed class RegisteredAid : ITechnicalRecord
{
    /// <summary>Its import.</summary>
    public required int ImportId { get; init; }

    /// <summary>Rank in its import: by undertaking and day in the file, as they come in an answer.</summary>
    public required int Line { get; init; }

    /// <summary>Nine digits of the beneficiary; those of the undertaking where the register names an establishment.</summary>
    public required string Siren { get; init; }

    /// <summary>Day it was granted.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>Gross grant equivalent.</summary>
    public required Money Amount { get; init; }

    /// <summary>Authority that granted it.</summary>
    public string? Authority { get; init; }

    /// <summary>Who ran it for the authority.</summary>
    public string? Operator { get; init; }

    /// <summary>De minimis regulation, in the register's words.</summary>
    public string? Regime { get; init; }

    /// <summary>Instrument, such as « Subvention directe ».</summary>
    public string? Instrument { get; init; }

    /// <summary>Section letter and NACE class, such as « C.16.23 ».</summary>
    public string? Sector { get; init; }

    /// <summary>Name of the beneficiary; null where the register withholds it.</summary>
    public string? Name { get; init; }

    /// <summary>Day it was declared to the register.</summary>
    public DateOnly? DeclaredOn { get; init; }

    /// <summary>Day it was published.</summary>
    public DateOnly? PublishedOn { get; init; }
}
