using Iness.Regulation;

namespace Iness.Casework.Assessments;

/// <summary>Reads the cost lines.</summary>
internal static class CostLineReader
{
    /// <summary>A line costs ten million euros at most.</summary>
    private const long MostCents = 1_000_000_000;

    private const int LongestId = 100;
    private const int LongestLabel = 500;

    private static readonly PropertyNames Members = new(
        "id", "label", "category", "nature", "amount", "months", "hardware", "invoicedTo", "financing", "orderedOn");

    public static List<CostLine>? ReadList(ref JsonCursor cursor)
    {
        if (!cursor.EnterList()) return null;
        var lines = new List<CostLine>();
        HashSet<string>? ids = null;
        while (cursor.NextItem())
        {
            if (Read(ref cursor) is not { } line) continue;
            if (line.Id.Length > 0 && IsRepeated(line.Id, lines, ref ids)) cursor.NoteMember("id", "cet identifiant est déjà celui d'une autre ligne.");
            lines.Add(line);
        }

        return lines;
    }

    private static CostLine? Read(ref JsonCursor cursor)
    {
        string? id = null, label = null;
        CostCategory? category = null;
        CostNature? nature = null;
        Money? amount = null;
        int? months = null;
        HardwareKind? hardware = null;
        InvoicedTo? invoicedTo = null;
        Financing? financing = null;
        DateOnly? orderedOn = null;
        var given = 0;

        if (!cursor.EnterObject())
        {
            cursor.NoteUnlessNoted("un objet est attendu.");
            return null;
        }

        while (cursor.NextMember(Members, out var member))
        {
            if (!cursor.IsNull) given |= 1 << member;
            switch (member)
            {
                case 0:
                    id = cursor.ReadText(LongestId);
                    if (id is not null && string.IsNullOrWhiteSpace(id)) cursor.Note("un identifiant ne peut pas être vide.");
                    break;
                case 1: label = cursor.ReadText(LongestLabel); break;
                case 2: category = (CostCategory?)cursor.ReadCode(ContractCodes.CostCategories); break;
                case 3: nature = (CostNature?)cursor.ReadCode(ContractCodes.CostNatures); break;
                case 4: amount = cursor.ReadMoney(leastCents: 1, mostCents: MostCents); break;
                case 5: months = cursor.ReadInteger(1, 120); break;
                case 6: hardware = (HardwareKind?)cursor.ReadCode(ContractCodes.HardwareKinds); break;
                case 7: invoicedTo = (InvoicedTo?)cursor.ReadCode(ContractCodes.InvoicedTo); break;
                case 8: financing = (Financing?)cursor.ReadCode(ContractCodes.Financings); break;
                default: orderedOn = cursor.ReadDate(); break;
            }
        }

        Require(ref cursor, given, 0, "cet identifiant est obligatoire.");
        Require(ref cursor, given, 2, "cette catégorie est obligatoire.");
        Require(ref cursor, given, 3, "cette nature est obligatoire.");
        Require(ref cursor, given, 4, "ce montant est obligatoire.");
        if (nature == CostNature.Subscription) Require(ref cursor, given, 5, "cette durée est obligatoire pour un abonnement.");
        if (category == CostCategory.Hardware) Require(ref cursor, given, 6, "ce type est obligatoire pour un matériel.");

        return new()
        {
            Id = id ?? "",
            Label = label,
            Category = category ?? default,
            Nature = nature ?? default,
            Amount = amount ?? default,
            Months = months,
            Hardware = hardware,
            InvoicedTo = invoicedTo ?? default,
            Financing = financing ?? default,
            OrderedOn = orderedOn,
        };
    }

    private static void Require(ref JsonCursor cursor, int given, int member, string message)
    {
        if ((given >> member & 1) == 0) cursor.NoteMember(Members[member], message);
    }

    /// <summary>A few lines are compared one by one; many go through a set, so that a long list stays linear.</summary>
    private static bool IsRepeated(string id, List<CostLine> lines, ref HashSet<string>? ids)
    {
        const int Few = 16;
        if (lines.Count < Few)
        {
            foreach (var line in lines)
            {
                if (line.Id == id) return true;
            }

            return false;
        }

        ids ??= [.. lines.Select(line => line.Id)];
        return !ids.Add(id);
    }
}
