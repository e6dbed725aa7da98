namespace Iness.Casework.Registers.Communes;

/// <summary>A commune of France.</summary>
/// <param name="Code">INSEE code, five characters.</param>
/// <param name="Name">Its name.</param>
/// <param name="PostalCodes">Its postal codes; CEDEX codes are not among them.</param>
public sealed record Commune(string Code, string Name, IReadOnlyList<string> PostalCodes)
{
    /// <summary>Department by its first two characters: 02, 59, 60, 62 and 80 are Hauts-de-France.</summary>
    public string Department => Code[..2];
}
