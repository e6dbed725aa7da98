using System.Globalization;
using System.Text.Json;
using Iness.Regulation;

namespace Iness.Casework.Registers.Companies;

/// <summary>Reads an answer of the register. A member that is absent, null, withheld or of another kind is unknown.</summary>
internal static class RegisterAnswerReader
{
    /// <summary>What the register and SIRENE write in place of what an undertaking keeps to itself, alone or within an address or a name.</summary>
    private static readonly string[] Withheld = ["[ND]", "[NON-DIFFUSIBLE]"];

    /// <exception cref="JsonException">The document is not an answer of the register.</exception>
    public static IReadOnlyList<CompanyRecord> Read(JsonElement answer, CompanyNumber? number, DateTimeOffset fetchedAt)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("results", out var results) || results.ValueKind != JsonValueKind.Array)
            throw new JsonException("The register's answer has no list of results.");

        try
        {
            return ReadUnits(results, number, fetchedAt);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("The register's answer holds text that is not Unicode.", exception);
        }
    }

    private static List<CompanyRecord> ReadUnits(JsonElement results, CompanyNumber? number, DateTimeOffset fetchedAt)
    {
        var records = new List<CompanyRecord>();
        foreach (var unit in results.EnumerateArray())
        {
            if (unit.ValueKind != JsonValueKind.Object || !Siren.TryParse(Text(unit, "siren"), out var siren)) continue;
            if (number is null || number.Siren == siren.Digits) records.Add(ReadUnit(unit, siren, number, fetchedAt));
        }

        return records;
    }

    private static CompanyRecord ReadUnit(JsonElement unit, Siren siren, CompanyNumber? number, DateTimeOffset fetchedAt)
    {
        var establishment = Establishment(unit, number);
        var complements = Member(unit, "complements");
        var (turnover, year) = LatestTurnover(Member(unit, "finances"));
        return new()
        {
            Siren = siren,
            Name = Text(unit, "nom_complet") ?? Text(unit, "nom_raison_sociale"),
            Siret = Text(establishment, "siret"),
            LegalCategory = LegalCategory.TryParse(Text(unit, "nature_juridique"), out var category) ? category : null,
            MainActivity = ActivityCode.TryParse(Text(unit, "activite_principale"), out var activity) ? activity : null,
            Commune = CommuneCode.TryParse(Text(establishment, "commune"), out var commune) ? commune : null,
            CommuneName = Text(establishment, "libelle_commune"),
            FoundedOn = Date(Text(unit, "date_creation")),
            StaffBand = StaffBand.Of(Text(unit, "tranche_effectif_salarie"), Year(Text(unit, "annee_tranche_effectif_salarie"))),
            Turnover = turnover,
            TurnoverYear = year,
            HasCeased = Ceased(unit, establishment, number),
            WorkIntegration = WorkIntegration(Text(complements, "type_siae")),
            IsSocialEconomy = Member(complements, "est_ess").ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
            AssociationNumber = Text(complements, "identifiant_association"),
            IsPartial = Text(unit, "statut_diffusion") is "P" or "N",
            FetchedAt = fetchedAt,
        };
    }

    private static JsonElement Establishment(JsonElement unit, CompanyNumber? number)
    {
        if (number is { IsSiret: true } && Member(unit, "matching_etablissements") is { ValueKind: JsonValueKind.Array } matching)
        {
            foreach (var establishment in matching.EnumerateArray())
            {
                if (Text(establishment, "siret") == number.Digits) return establishment;
            }
        }

        return Member(unit, "siege");
    }

    private static bool? Ceased(JsonElement unit, JsonElement establishment, CompanyNumber? number)
    {
        var state = Text(unit, "etat_administratif");
        if (state == "C") return true;
        if (number is { IsSiret: true } && Text(establishment, "siret") == number.Digits && Text(establishment, "etat_administratif") == "F") return true;
        return state == "A" ? false : null;
    }

    private static (Money? Turnover, int? Year) LatestTurnover(JsonElement finances)
    {
        (Money?, int?) latest = (null, null);
        if (finances.ValueKind != JsonValueKind.Object) return latest;
        foreach (var year in finances.EnumerateObject())
        {
            // A negative turnover is a slip of the filing: it says nothing.
            if (Year(year.Name) is { } number && !(number <= latest.Item2)
                && Member(year.Value, "ca") is { ValueKind: JsonValueKind.Number } amount && amount.TryGetDecimal(out var euros)
                && euros is >= 0 and < 1_000_000_000_000)
            {
                latest = (new Money((long)decimal.Round(euros * 100, MidpointRounding.AwayFromZero)), number);
            }
        }

        return latest;
    }

    /// <summary>The register prints a list as text, « ['EI', 'ACI'] », or a single type, « EI ».</summary>
    private static Approvals WorkIntegration(string? types)
    {
        var approvals = Approvals.None;
        foreach (var type in (types ?? "").Split([' ', ',', '[', ']', '\'', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            approvals |= type.ToUpperInvariant() switch
            {
                "EI" => Approvals.Ei,
                "AI" => Approvals.Ai,
                "ETTI" => Approvals.Etti,
                "EITI" => Approvals.Eiti,
                "ACI" => Approvals.Aci,
                "GEIQ" => Approvals.Geiq,
                _ => Approvals.None,
            };
        }

        return approvals;
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } member && member.GetString() is { Length: > 0 } text
        && !Array.Exists(Withheld, mark => text.Contains(mark, StringComparison.Ordinal)) ? text : null;

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static int? Year(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 ? year : null;
}
