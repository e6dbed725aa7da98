namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>A file sent to the national register, kept as it left: a declaration refused leaves again in another, and both are read as they were.</summary>
public sealed class DeclarationExport
{
    /// <summary>Years it is kept (Regulation (EU) 2023/2831, article 6).</summary>
    public const int YearsKept = 10;

    /// <summary>When it left, UTC: this names it.</summary>
    public required DateTime At { get; init; }

    /// <summary>How many declarations it holds.</summary>
    public required int Count { get; init; }

    /// <summary>The file.</summary>
    public required string Csv { get; init; }

    /// <summary>Its SHA-256, in hexadecimal; in the audit log too.</summary>
    public required string Sha256 { get; init; }
}
