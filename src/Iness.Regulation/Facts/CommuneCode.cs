namespace Iness.Regulation;

/// <summary>INSEE code of a commune: five characters, « 59350 », « 2A004 ». Whether it exists is for the edge to check.</summary>
public readonly record struct CommuneCode
{
    private readonly string code;

    private CommuneCode(string code) => this.code = code;

    /// <summary>The department: the first two characters (the overseas ones, of three, all start with 97 or 98).</summary>
    public ReadOnlySpan<char> Department => code.AsSpan(0, 2);

    /// <summary>Whether the commune lies in the Aisne, the Nord, the Oise, the Pas-de-Calais or the Somme (ELI-1).</summary>
    public bool IsInHautsDeFrance => Department is "02" or "59" or "60" or "62" or "80";

    /// <summary>Reads five digits, of which the second may be the A or B of Corsica.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CommuneCode commune)
    {
        commune = default;
        if (text.Length != 5 || !char.IsAsciiDigit(text[0]) || !(char.IsAsciiDigit(text[1]) || text[..2] is "2A" or "2B")) return false;
        foreach (var c in text[2..])
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        commune = new(text.ToString());
        return true;
    }

    /// <summary>The commune of a code known to be right.</summary>
    /// <exception cref="FormatException">The code is not of five characters as INSEE writes them.</exception>
    public static CommuneCode Parse(string code) =>
        TryParse(code, out var commune) ? commune : throw new FormatException($"« {code} » n'est pas un code commune INSEE.");

    /// <summary>The code.</summary>
    public override string ToString() => code;
}
