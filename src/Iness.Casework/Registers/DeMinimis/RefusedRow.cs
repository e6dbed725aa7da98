namespace Iness.Casework.Registers.DeMinimis;

/// <summary>A row of the register that could not be read.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record RefusedRow(int Line, string Reason);

/// <summary>What came of an import.</summary>
/// <param name="Rows">Rows kept.</param>
/// <param name="OtherIdentifiers">Rows whose beneficiary has another identifier than a SIREN or a SIRET.</param>
/// <param name="Refused">Rows that could not be read.</param>
/// <param name="First">The first of those.</param>
/// <param name="Sha256">SHA-256 of the file.</param>
public sealed record RegisterImported(int Rows, int OtherIdentifiers, int Refused, IReadOnlyList<RefusedRow> First, string Sha256);
