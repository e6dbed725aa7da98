using Iness.Regulation;

namespace Iness.Casework.Assessments;

/// <summary>Reads aid received and earlier filings.</summary>
internal static class HistoryReader
{
    private const int LongestName = 500;

    /// <summary>The regulation adds the amounts of a list: their sum stays well within what an amount can hold.</summary>
    private const long MostCentsInAll = long.MaxValue / 1000;

    private static readonly PropertyNames Members = new("deMinimisAids", "previousApplications", "otherPublicAid");
    private static readonly PropertyNames DeMinimisMembers = new("grantedOn", "amount", "grantor");
    private static readonly PropertyNames PublicAidMembers = new("grantor", "scheme", "amount", "regionalDigital");

    public static History? Read(ref JsonCursor cursor)
    {
        List<DeMinimisAid>? deMinimis = null;
        List<DateOnly>? applications = null;
        List<PublicAid>? others = null;
        if (!cursor.EnterObject()) return null;
        while (cursor.NextMember(Members, out var member))
        {
            switch (member)
            {
                case 0: deMinimis = ReadDeMinimis(ref cursor); break;
                case 1: applications = ReadDates(ref cursor); break;
                default: others = ReadPublicAid(ref cursor); break;
            }
        }

        return new() { DeMinimisAids = deMinimis, PreviousApplications = applications, OtherPublicAid = others };
    }

    private static List<DeMinimisAid>? ReadDeMinimis(ref JsonCursor cursor)
    {
        if (!cursor.EnterList()) return null;
        var aids = new List<DeMinimisAid>();
        var total = 0L;
        while (cursor.NextItem())
        {
            if (ReadOneDeMinimis(ref cursor) is not { } aid) continue;
            aids.Add(aid);
            if (total <= MostCentsInAll) total += aid.Amount.Cents;
        }

        if (total > MostCentsInAll) cursor.Note("le total de cette liste est trop grand.");
        return aids;
    }

    private static DeMinimisAid? ReadOneDeMinimis(ref JsonCursor cursor)
    {
        DateOnly? grantedOn = null;
        Money? amount = null;
        string? grantor = null;
        bool dateGiven = false, amountGiven = false;
        if (!cursor.EnterObject())
        {
            cursor.NoteUnlessNoted("un objet est attendu.");
            return null;
        }

        while (cursor.NextMember(DeMinimisMembers, out var member))
        {
            switch (member)
            {
                case 0: grantedOn = cursor.ReadDate(out dateGiven); break;
                case 1:
                    amountGiven = !cursor.IsNull;
                    amount = cursor.ReadMoney(leastCents: 0);
                    break;
                default: grantor = cursor.ReadText(LongestName); break;
            }
        }

        if (!dateGiven) cursor.NoteMember("grantedOn", "cette date est obligatoire.");
        if (!amountGiven) cursor.NoteMember("amount", "ce montant est obligatoire.");
        return new(grantedOn ?? default, amount ?? default, grantor);
    }

    private static List<PublicAid>? ReadPublicAid(ref JsonCursor cursor)
    {
        if (!cursor.EnterList()) return null;
        var aids = new List<PublicAid>();
        var total = 0L;
        while (cursor.NextItem())
        {
            if (ReadOnePublicAid(ref cursor) is not { } aid) continue;
            aids.Add(aid);
            if (total <= MostCentsInAll) total += aid.Amount.Cents;
        }

        if (total > MostCentsInAll) cursor.Note("le total de cette liste est trop grand.");
        return aids;
    }

    private static PublicAid? ReadOnePublicAid(ref JsonCursor cursor)
    {
        string? grantor = null, scheme = null;
        Money? amount = null;
        bool? regionalDigital = null;
        var amountGiven = false;
        if (!cursor.EnterObject())
        {
            cursor.NoteUnlessNoted("un objet est attendu.");
            return null;
        }

        while (cursor.NextMember(PublicAidMembers, out var member))
        {
            switch (member)
            {
                case 0: grantor = cursor.ReadText(LongestName); break;
                case 1: scheme = cursor.ReadText(LongestName); break;
                case 2:
                    amountGiven = !cursor.IsNull;
                    amount = cursor.ReadMoney(leastCents: 0);
                    break;
                default: regionalDigital = cursor.ReadBoolean(); break;
            }
        }

        if (!amountGiven) cursor.NoteMember("amount", "ce montant est obligatoire.");
        return new(amount ?? default, regionalDigital ?? false, grantor, scheme);
    }

    private static List<DateOnly>? ReadDates(ref JsonCursor cursor)
    {
        if (!cursor.EnterList()) return null;
        var dates = new List<DateOnly>();
        while (cursor.NextItem())
        {
            if (cursor.ReadDate(out var given) is { } date) dates.Add(date);
            else if (!given) cursor.Note("une date AAAA-MM-JJ est attendue.");
        }

        return dates;
    }
}
