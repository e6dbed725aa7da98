using Iness.Regulation;

namespace Iness.Casework.Review;

/// <summary>One fact, as declared and as the company register has it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Declared">As declared; null when it was not.</param>
/// <param name="Registered">As the register has it; null when it does not say.</param>
/// <param name="Agreement">Whether the two agree.</param>
/// <param name="Provisions">The provisions that rest on it.</param>
public sealed record FactRow(string Name, string? Declared, string? Registered, FactAgreement Agreement, IReadOnlyList<Provision> Provisions);

/// <summary>Whether a declaration and a register agree, the first to look at first.</summary>
public enum FactAgreement
{
    /// <summary>They differ.</summary>
    Differs,

    /// <summary>One of the two does not know.</summary>
    OneSided,

    /// <summary>They agree.</summary>
    Same,
}
