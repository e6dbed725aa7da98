using System.Text.Json;
using Iness.Casework.Registers.Communes;
using Iness.Regulation;

namespace Iness.Casework.Assessments;

/// <summary>Reads the facts about the undertaking.</summary>
internal static class UndertakingReader
{
    private static readonly PropertyNames Members = new(
        "siren", "legalCategory", "approvals", "stage", "communeCode", "foundedOn", "turnover", "headcount", "hasEconomicActivity",
        "mainActivity", "sectors", "taxUpToDate", "socialUpToDate", "difficulty");

    private static readonly PropertyNames DifficultyMembers = new("insolvencyProceedings", "rescueAidOutstanding", "shareCapital", "equity");

    public static Undertaking? Read(ref JsonCursor cursor)
    {
        Siren? siren = null;
        LegalCategory? legalCategory = null;
        Approvals? approvals = null;
        Stage? stage = null;
        CommuneCode? commune = null;
        DateOnly? foundedOn = null;
        Money? turnover = null;
        decimal? headcount = null;
        bool? hasEconomicActivity = null, taxUpToDate = null, socialUpToDate = null;
        ActivityCode? mainActivity = null;
        Sectors? sectors = null;
        Difficulty? difficulty = null;

        if (!cursor.EnterObject()) return null;
        while (cursor.NextMember(Members, out var member))
        {
            switch (member)
            {
                case 0: siren = ReadSiren(ref cursor); break;
                case 1: legalCategory = ReadLegalCategory(ref cursor); break;
                case 2: approvals = (Approvals?)cursor.ReadFlags(ContractCodes.Approvals); break;
                case 3: stage = (Stage?)cursor.ReadCode(ContractCodes.Stages); break;
                case 4: commune = ReadCommune(ref cursor); break;
                case 5: foundedOn = cursor.ReadDate(); break;
                case 6: turnover = cursor.ReadMoney(leastCents: 0); break;
                case 7: headcount = cursor.ReadQuantity(); break;
                case 8: hasEconomicActivity = cursor.ReadBoolean(); break;
                case 9: mainActivity = ReadActivity(ref cursor); break;
                case 10: sectors = (Sectors?)cursor.ReadFlags(ContractCodes.Sectors); break;
                case 11: taxUpToDate = cursor.ReadBoolean(); break;
                case 12: socialUpToDate = cursor.ReadBoolean(); break;
                default: difficulty = ReadDifficulty(ref cursor); break;
            }
        }

        return new()
        {
            Siren = siren,
            LegalCategory = legalCategory,
            Approvals = approvals,
            Stage = stage ?? Stage.Existing,
            Commune = commune,
            FoundedOn = foundedOn,
            Turnover = turnover,
            Headcount = headcount,
            HasEconomicActivity = hasEconomicActivity,
            MainActivity = mainActivity,
            Sectors = sectors,
            TaxUpToDate = taxUpToDate,
            SocialUpToDate = socialUpToDate,
            Difficulty = difficulty ?? Unknown.Difficulty,
        };
    }

    private static Difficulty? ReadDifficulty(ref JsonCursor cursor)
    {
        bool? insolvency = null, rescueAid = null;
        Money? shareCapital = null, equity = null;
        if (!cursor.EnterObject()) return null;
        while (cursor.NextMember(DifficultyMembers, out var member))
        {
            switch (member)
            {
                case 0: insolvency = cursor.ReadBoolean(); break;
                case 1: rescueAid = cursor.ReadBoolean(); break;
                case 2: shareCapital = cursor.ReadMoney(leastCents: 0); break;
                default: equity = cursor.ReadMoney(); break;
            }
        }

        return new() { InsolvencyProceedings = insolvency, RescueAidOutstanding = rescueAid, ShareCapital = shareCapital, Equity = equity };
    }

    private static Siren? ReadSiren(ref JsonCursor cursor)
    {
        if (!cursor.Expect(JsonTokenType.String, "un SIREN est attendu, neuf chiffres entre guillemets.")) return null;
        Span<char> text = stackalloc char[9];
        if (!cursor.TryCopy(text, out var length) || length != 9 || text.ContainsAnyExceptInRange('0', '9'))
            cursor.Note("SIREN mal écrit : neuf chiffres sans espace sont attendus.");
        else if (!Siren.TryParse(text, out var siren))
            cursor.Note("SIREN erroné : sa clé de contrôle est fausse, vérifiez les chiffres.");
        else
            return siren;
        return null;
    }

    private static LegalCategory? ReadLegalCategory(ref JsonCursor cursor)
    {
        if (!cursor.Expect(JsonTokenType.String, "une catégorie juridique est attendue, quatre chiffres entre guillemets.")) return null;
        Span<char> text = stackalloc char[4];
        if (cursor.TryCopy(text, out var length) && LegalCategory.TryParse(text[..length], out var category)) return category;
        cursor.Note("catégorie juridique mal écrite : quatre chiffres sont attendus, par exemple 9220.");
        return null;
    }

    private static ActivityCode? ReadActivity(ref JsonCursor cursor)
    {
        if (!cursor.Expect(JsonTokenType.String, "un code NAF est attendu, entre guillemets.")) return null;
        Span<char> text = stackalloc char[6];
        if (cursor.TryCopy(text, out var length) && ActivityCode.TryParse(text[..length], out var activity)) return activity;
        cursor.Note("code NAF mal écrit : deux chiffres, un point, deux chiffres et une lettre majuscule, par exemple 88.99B.");
        return null;
    }

    private static CommuneCode? ReadCommune(ref JsonCursor cursor)
    {
        if (!cursor.Expect(JsonTokenType.String, "un code commune est attendu, cinq caractères entre guillemets.")) return null;
        Span<char> text = stackalloc char[5];
        if (!cursor.TryCopy(text, out var length) || !CommuneCode.TryParse(text[..length], out var commune))
            cursor.Note("code commune mal écrit : le code INSEE à cinq caractères est attendu, par exemple 59350 (ce n'est pas le code postal).");
        else if (commune.IsInHautsDeFrance && !CommuneDirectory.Exists(text))
            cursor.Note($"aucune commune du département {commune.Department} ne porte ce code INSEE.");
        else
            return commune;
        return null;
    }
}
