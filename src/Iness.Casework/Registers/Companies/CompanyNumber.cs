using System.Globalization;

namespace Iness.Casework.Registers.Companies;

/// <summary>A SIREN (undertaking, nine digits) or a SIRET (establishment, fourteen), its key checked.</summary>
public sealed record CompanyNumber
{
    private const int SirenLength = 9;
    private const int SiretLength = 14;
    private const string LaPoste = "356000000";

    private CompanyNumber(string digits) => Digits = digits;

    /// <summary>What a text typed by a person turns out to be.</summary>
    public enum Reading
    {
        /// <summary>Nothing was typed.</summary>
        Empty,

        /// <summary>It holds something else than digits: a name.</summary>
        Name,

        /// <summary>Digits, but neither nine nor fourteen.</summary>
        WrongLength,

        /// <summary>The right length, but a digit is wrong.</summary>
        WrongKey,

        /// <summary>A number.</summary>
        Number,
    }

    /// <summary>Nine or fourteen digits.</summary>
    public string Digits { get; }

    /// <summary>Whether it names an establishment.</summary>
    public bool IsSiret => Digits.Length == SiretLength;

    /// <summary>The undertaking's own number.</summary>
    public string Siren => Digits[..SirenLength];

    /// <summary>Reads what people type, with spaces, dots or dashes between the digits.</summary>
    public static Reading Read(string? typed, out CompanyNumber? number)
    {
        number = null;
        // Numbers are often pasted, with invisible marks around them.
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));
        if (text.Length == 0) return Reading.Empty;
        var digits = string.Concat(text.Where(c => c is not ('.' or '-')));
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit)) return Reading.Name;
        if (digits.Length is not (SirenLength or SiretLength)) return Reading.WrongLength;
        if (!HasValidKey(digits)) return Reading.WrongKey;
        number = new(digits);
        return Reading.Number;
    }

    /// <summary>La Poste has more establishments than the Luhn key can number: theirs add up to a multiple of five.</summary>
    private static bool HasValidKey(string digits) =>
        Regulation.Siren.HasValidKey(digits)
        || (digits.Length == SiretLength && digits.StartsWith(LaPoste, StringComparison.Ordinal) && digits.Sum(c => c - '0') % 5 == 0);
}
