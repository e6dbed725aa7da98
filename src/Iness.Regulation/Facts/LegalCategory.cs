using System.Globalization;

namespace Iness.Regulation;

/// <summary>INSEE legal category (catégorie juridique), level III: four digits.</summary>
public readonly record struct LegalCategory
{
    private LegalCategory(short code) => Code = code;

    /// <summary>The four digits as a number.</summary>
    public short Code { get; }

    /// <summary>A SARL, SA, SAS or European company (54 to 58, 5308), SCOP codes aside (BEN-1).</summary>
    public bool IsCapitalCompany => (Code is >= 5400 and <= 5899 or 5308) && !IsWorkersCooperative;

    /// <summary>A workers' cooperative by its code: SARL, SA or SAS coopérative ouvrière de production (BEN-2).</summary>
    public bool IsWorkersCooperative => Code is 5458 or 5558 or 5658;

    /// <summary>A declared association or one of its kin (BEN-3).</summary>
    public bool IsAssociation => Code is 5195 or 9220 or 9221 or 9222 or 9223 or 9230 or 9260;

    /// <summary>An association whose very category is work integration (BEN-3).</summary>
    public bool IsWorkIntegration => Code is 9221 or 9222;

    /// <summary>An employers' group (BEN-4).</summary>
    public bool IsEmployersGroup => Code is 9223;

    /// <summary>Reads four ASCII digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out LegalCategory category)
    {
        category = default;
        if (text.Length != 4) return false;
        var code = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            code = code * 10 + (c - '0');
        }

        category = new((short)code);
        return true;
    }

    /// <summary>The category of a code known to be right.</summary>
    /// <exception cref="FormatException">The code is not four digits.</exception>
    public static LegalCategory Parse(string code) =>
        TryParse(code, out var category) ? category : throw new FormatException($"« {code} » n'est pas une catégorie juridique à quatre chiffres.");

    /// <summary>The four digits.</summary>
    public override string ToString() => Code.ToString("0000", CultureInfo.InvariantCulture);
}
