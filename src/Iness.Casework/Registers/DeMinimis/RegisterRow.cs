using System.Globalization;
using Iness.Regulation;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>Reads a row of the register, whether it comes from the file or from the tabular API: both name their columns alike.</summary>
internal static class RegisterRow
{
    public const int LongestText = 300;

    public const string Identifier = "identifiant_beneficiaire";

    private const int LongestAmount = 40;

    private const long MostCents = 100_000_000_000_000;

    /// <summary>What a row without these columns cannot be.</summary>
    public static readonly RegisterColumn[] Required = [RegisterColumn.Identifier, RegisterColumn.Amount, RegisterColumn.GrantedOn];

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "dd/MM/yyyy"];

    /// <summary>What a row turns out to be.</summary>
    /// <param name="Aid">The aid; null for a row that is refused or that names its beneficiary otherwise.</param>
    /// <param name="Refusal">Why it is refused; null when it is not.</param>
    internal readonly record struct Reading(RegisteredAid? Aid, string? Refusal);

    /// <summary>The text of a column; empty where there is none.</summary>
    internal delegate ReadOnlySpan<char> Cell(RegisterColumn column);

    /// <summary>Name of a column, as the register has it.</summary>
    public static string NameOf(RegisterColumn column) => column switch
    {
        RegisterColumn.Identifier => Identifier,
        RegisterColumn.Amount => "montant_esb",
        RegisterColumn.GrantedOn => "date_octroi",
        RegisterColumn.Authority => "autorite",
        RegisterColumn.Operator => "operateur",
        RegisterColumn.Regime => "regime",
        RegisterColumn.Instrument => "instrument_aide",
        RegisterColumn.Sector => "secteur_aide",
        RegisterColumn.Name => "nom_beneficiaire",
        RegisterColumn.DeclaredOn => "date_declaration",
        RegisterColumn.PublishedOn => "date_publication",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "This column has no name."),
    };

    /// <param name="import">Its import.</param>
    /// <param name="line">Its line.</param>
    /// <param name="cell">The text of a column.</param>
    /// <param name="texts">What the rows before said, said again without being kept twice.</param>
    public static Reading Read(int import, int line, Cell cell, RepeatedTexts texts)
    {
        if (ReadAmount(cell(RegisterColumn.Amount)) is not { } amount) return new(null, $"montant illisible « {Shown(cell(RegisterColumn.Amount))} »");
        if (ReadDay(cell(RegisterColumn.GrantedOn)) is not { } day) return new(null, $"date d'octroi illisible « {Shown(cell(RegisterColumn.GrantedOn))} »");
        if (ReadSiren(cell(RegisterColumn.Identifier)) is not { } siren)
            return cell(RegisterColumn.Identifier).IsWhiteSpace() ? new(null, "bénéficiaire sans identifiant") : default;
        return new(
            new()
            {
                ImportId = import,
                Line = line,
                Siren = siren,
                GrantedOn = day,
                Amount = amount,
                Authority = Text(RegisterColumn.Authority),
                Operator = Text(RegisterColumn.Operator),
                Regime = Text(RegisterColumn.Regime),
                Instrument = Text(RegisterColumn.Instrument),
                Sector = Text(RegisterColumn.Sector),
                Name = Text(RegisterColumn.Name),
                DeclaredOn = ReadDay(cell(RegisterColumn.DeclaredOn)),
                PublishedOn = ReadDay(cell(RegisterColumn.PublishedOn)),
            },
            null);

        string? Text(RegisterColumn column)
        {
            var text = cell(column).Trim();
            if (text is "" or "-") return null;
            return texts.Of(text.CutTo(LongestText));
        }
    }

    /// <summary>Euros with a comma or a point, spaces between thousands. Exactly three digits after the sign may be thousands as well: refused.</summary>
    public static Money? ReadAmount(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[LongestAmount];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c == '€') continue;
            if (length == digits.Length) return null;
            digits[length++] = c == ',' ? '.' : c;
        }

        digits = digits[..length];
        var sign = digits.IndexOf('.');
        if (sign >= 0 && digits.Length - sign - 1 == 3) return null;
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) && euros < MostCents / 100
            ? new Money((long)decimal.Round(euros * 100, MidpointRounding.AwayFromZero))
            : null;
    }

    /// <summary>The undertaking of a SIREN or a SIRET; null for any other identifier.</summary>
    public static string? ReadSiren(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[14];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            if (length == digits.Length || !char.IsAsciiDigit(c)) return null;
            digits[length++] = c;
        }

        return length is 9 or 14 ? new(digits[..9]) : null;
    }

    public static DateOnly? ReadDay(ReadOnlySpan<char> text)
    {
        var day = text.Trim();
        if (day.IndexOfAny('T', ' ') is >= 0 and var end) day = day[..end];
        return DateOnly.TryParseExact(day, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
    }

    private static string Shown(ReadOnlySpan<char> text) => text.Length > 40 ? $"{text[..40]}…" : text.ToString();
}
