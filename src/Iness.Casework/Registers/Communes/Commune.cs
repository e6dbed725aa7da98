namespace Iness.Casework.Registers.Communes;

/// <summary>A commune of Hauts-de-France.</summary>
/// <param name="Code">INSEE code, five characters.</param>
/// <param name="Name">Its name.</param>
/// <param name="PostalCodes">Its postal codes; CEDEX codes are not among them.</param>
public sealed record Commune(string Code, string Name, IReadOnlyList<string> PostalCodes)
{
    /// <summary>Department: 02, 59, 60, 62 or 80.</summary>
    public string Department => Code[..2];
}
