using System.Globalization;
using Iness.Regulation;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>Reads a row of the register, whether it comes from the file or from the tabular API: both name their columns alike.</summary>
internal static class RegisterRow
{
    public const int LongestText = 300;

    public const string Identifier = "identifiant_beneficiaire";

    public const string Amount = "montant_esb";

    public const string GrantedOn = "date_octroi";

    private const long MostCents = 100_000_000_000_000;

    /// <summary>What a row without these columns cannot be.</summary>
    public static readonly string[] Required = [Identifier, Amount, GrantedOn];

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "dd/MM/yyyy"];

    /// <summary>What a row turns out to be.</summary>
    /// <param name="Aid">The aid; null for a row that is refused or that names its beneficiary otherwise.</param>
    /// <param name="Refusal">Why it is refused; null when it is not.</param>
    internal readonly record struct Reading(RegisteredAid? Aid, string? Refusal);

    /// <param name="import">Its import.</param>
    /// <param name="line">Its line.</param>
    /// <param name="column">The text of a column; null or empty where there is none.</param>
    public static Reading Read(int import, int line, Func<string, string?> column)
    {
        if (ReadAmount(column(Amount)) is not { } amount) return new(null, $"montant illisible « {Shown(column(Amount))} »");
        if (ReadDay(column(GrantedOn)) is not { } day) return new(null, $"date d'octroi illisible « {Shown(column(GrantedOn))} »");
        if (ReadSiren(column(Identifier)) is not { } siren)
            return string.IsNullOrWhiteSpace(column(Identifier)) ? new(null, "bénéficiaire sans identifiant") : default;
        return new(
            new()
            {
                ImportId = import,
                Line = line,
                Siren = siren,
                GrantedOn = day,
                Amount = amount,
                Authority = Text(column("autorite")),
                Operator = Text(column("operateur")),
                Regime = Text(column("regime")),
                Instrument = Text(column("instrument_aide")),
                Sector = Text(column("secteur_aide")),
                Name = Text(column("nom_beneficiaire")),
                DeclaredOn = ReadDay(column("date_declaration")),
                PublishedOn = ReadDay(column("date_publication")),
            },
            null);
    }

    /// <summary>Euros with a comma or a point, spaces between thousands. Exactly three digits after the sign may be thousands as well: refused.</summary>
    public static Money? ReadAmount(string? text)
    {
        if (text is null) return null;
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.');
        var sign = digits.IndexOf('.', StringComparison.Ordinal);
        if (sign >= 0 && digits.Length - sign - 1 == 3) return null;
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) && euros < MostCents / 100
            ? new Money((long)decimal.Round(euros * 100, MidpointRounding.AwayFromZero))
            : null;
    }

    /// <summary>The undertaking of a SIREN or a SIRET; null for any other identifier.</summary>
    public static string? ReadSiren(string? text)
    {
        var digits = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
        return digits.Length is 9 or 14 && digits.All(char.IsAsciiDigit) ? digits[..9] : null;
    }

    public static DateOnly? ReadDay(string? text)
    {
        var day = text?.Trim().Split('T', ' ')[0];
        return DateOnly.TryParseExact(day, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
    }

    private static string? Text(string? text) => text?.Trim() is { Length: > 0 } found && found != "-" ? found.Length > LongestText ? found[..LongestText] : found : null;

    private static string Shown(string? text) => text is { Length: > 40 } ? $"{text.AsSpan(0, 40)}…" : text ?? "";
}
