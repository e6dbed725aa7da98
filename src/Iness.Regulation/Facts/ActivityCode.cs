namespace Iness.Regulation;

/// <summary>Main activity in the French nomenclature NAF rev. 2, written « 88.99B ». A hint: it never refuses anyone.</summary>
public readonly record struct ActivityCode
{
    private readonly string code;

    private ActivityCode(string code) => this.code = code;

    /// <summary>Whether the code belongs to one of the classes whose first characters are given.</summary>
    public bool StartsWithAny(ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            // Two characters tell most activities apart before the strings are compared.
            if (code[0] == prefix[0] && code[1] == prefix[1] && code.StartsWith(prefix, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>Reads two digits, a dot, two digits and a capital letter.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ActivityCode activity)
    {
        activity = default;
        if (text.Length != 6 || text[2] != '.' || !char.IsAsciiLetterUpper(text[5])
            || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[3]) || !char.IsAsciiDigit(text[4]))
        {
            return false;
        }

        activity = new(text.ToString());
        return true;
    }

    /// <summary>The activity of a code known to be right.</summary>
    /// <exception cref="FormatException">The code is not of the form dd.ddX.</exception>
    public static ActivityCode Parse(string code) =>
        TryParse(code, out var activity) ? activity : throw new FormatException($"« {code} » n'est pas un code NAF.");

    /// <summary>The code, « 88.99B ».</summary>
    public override string ToString() => code;
}
