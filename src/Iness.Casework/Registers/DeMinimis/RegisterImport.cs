using Iness.Casework.Audit;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>How rows of the national de minimis register came here.</summary>
public enum RegisterSource
{
    /// <summary>The public file, whole.</summary>
    File,

    /// <summary>The tabular API, for one undertaking.</summary>
    Api,
}

/// <summary>
/// One generation of rows of the national de minimis register. Nobody reads it before it is current: that is one change of one row, whatever
/// the number of rows behind it.
/// </summary>
public sealed class RegisterImport : ITechnicalRecord
{
    /// <summary>Identifier, in the order of time.</summary>
    public int Id { get; private set; }

    /// <summary>How it came.</summary>
    public required RegisterSource Source { get; init; }

    /// <summary>The undertaking asked about; null for the whole register.</summary>
    public string? Siren { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When all its rows were there, UTC; null while they are not.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public string? FileSha256 { get; set; }

    /// <summary>Rows kept.</summary>
    public int Rows { get; set; }

    /// <summary>Rows whose beneficiary has another identifier than a SIREN or a SIRET: no undertaking of ours can be found by it, so they are only counted.</summary>
    public int OtherIdentifiers { get; set; }

    /// <summary>Rows that could not be read.</summary>
    public int Refused { get; set; }

    /// <summary>Whether it is read.</summary>
    public bool IsCurrent { get; set; }
}
