using Iness.Regulation;

namespace Iness.Benchmarks.Regulation;

/// <summary>
/// What somebody in a hurry would write by hand: a verdict and an amount from one function, no finding, no reason, no list.
/// The bench first checks that it agrees with the regulation on every request.
/// </summary>
internal static class StraightLine
{
    private static readonly string[][] Hints =
    [
        ["47.73", "69.", "71.11", "71.12A", "75.", "86.21", "86.22", "86.23", "86.90"], ["64.", "65.", "66.", "68."],
        ["70.2", "71.12B", "71.20", "85.59"], ["46.12A", "46.17A", "46.19A"], ["58.2", "61.", "62.", "63.1"],
    ];

    public static (OverallVerdict Verdict, long Cents) Assess(AssessmentRequest r)
    {
        var u = r.Undertaking;
        bool no = false, open = false;

        var category = u.LegalCategory?.Code;
        var scop = category is 5458 or 5558 or 5658;
        var company = category is >= 5400 and <= 5899 or 5308 && !scop;
        var association = category is 5195 or 9220 or 9221 or 9222 or 9223 or 9230 or 9260;
        var approvals = u.Approvals;
        var met = (company && !scop && (approvals & Approvals.Esus) > 0) || scop || (approvals & Approvals.Scop) > 0
            || category is 9221 or 9222 or 9223 || (approvals & (Approvals.WorkIntegration | Approvals.Geiq)) > 0
            || (association && u.Headcount > 0 && u.HasEconomicActivity == true);
        if (!met)
        {
            if (category is null || approvals is null || (association && !(u.Headcount <= 0) && u.HasEconomicActivity != false)) open = true;
            else no = true;
        }

        if (u.Stage == Stage.Ceased) no = true;
        else if (u.Commune is null) open = true;
        else if (!u.Commune.Value.IsInHautsDeFrance) no = true;
        if (u.Turnover is null) open = true;
        else if (u.Turnover.Value.Cents >= 200_000_000) no = true;
        if (u.Headcount is null) open = true;
        else if (u.Headcount.Value >= 20) no = true;
        if (u.TaxUpToDate == false || u.SocialUpToDate == false) no = true;
        else if (u.TaxUpToDate is null || u.SocialUpToDate is null) open = true;

        var d = u.Difficulty;
        if (d.InsolvencyProceedings == true || d.RescueAidOutstanding == true) no = true;
        else if (d.InsolvencyProceedings is null || d.RescueAidOutstanding is null) open = true;
        if (u.Stage != Stage.Creation && !(u.FoundedOn?.AddYears(3) > r.CreatedOn))
        {
            if (category is null) open = true;
            else if (company || scop)
            {
                if (d.ShareCapital is null || d.Equity is null) open = true;
                else if (d.Equity.Value.Cents * 2 < d.ShareCapital.Value.Cents)
                {
                    if (u.FoundedOn is null) open = true;
                    else no = true;
                }
            }
        }

        for (var i = 0; i < 5; i++)
        {
            if (((int)(u.Sectors ?? 0) >> i & 1) == 1) no = true;
            else if (u.Sectors is null || u.MainActivity?.StartsWithAny(Hints[i]) == true) open = true;
        }

        if (approvals is null) open = true;
        else if ((approvals & Approvals.Aci) > 0) no = true;

        var eligible = Costs(r);
        if (r.Costs is null) open = true;
        else if (eligible < 300_000) no = true;
        var rate = Math.Min(eligible, 3_000_000) * 40 / 100;
        var aid = rate;

        if (r.History.OtherPublicAid is { } others)
        {
            long sum = 0;
            for (var i = 0; i < others.Count; i++)
            {
                sum += others[i].Amount.Cents;
                no |= others[i].RegionalDigital;
            }

            var left = eligible * 80 / 100 - sum;
            if (eligible > 0 && left <= 0) no = true;
            aid = Math.Min(aid, left);
        }
        else open = true;

        if (r.History.DeMinimisAids is { } aids)
        {
            var granted = r.GrantedOn ?? r.CreatedOn;
            var recent = granted >= new DateOnly(2024, 1, 1);
            long sum = 0;
            for (var i = 0; i < aids.Count; i++)
            {
                var on = aids[i].GrantedOn;
                if (recent ? on > granted.AddYears(-3) && on <= granted : on.Year > granted.Year - 3 && on.Year <= granted.Year) sum += aids[i].Amount.Cents;
            }

            var left = (recent ? 30_000_000 : 20_000_000) - sum;
            if (left <= 0) no = true;
            aid = Math.Min(aid, left);
        }
        else open = true;

        if (aid < rate && aid is > 0 and < 120_000) open = true;
        if (r.History.PreviousApplications is { } filings)
        {
            for (var i = 0; i < filings.Count; i++) no |= filings[i].AddYears(2) > r.CreatedOn;
        }
        else open = true;

        return no ? (OverallVerdict.Ineligible, 0) : (open ? OverallVerdict.Undetermined : OverallVerdict.Eligible, Math.Max(aid, 0));
    }

    private static long Costs(AssessmentRequest r)
    {
        if (r.Costs is null) return 0;
        long others = 0, computers = 0, tablets = 0, smartphones = 0;
        for (var i = 0; i < r.Costs.Count; i++)
        {
            var line = r.Costs[i];
            if (line.Category > CostCategory.Hardware || line.InvoicedTo != InvoicedTo.Beneficiary || line.Financing != Financing.Purchase || line.OrderedOn < r.CreatedOn) continue;
            var amount = line.Amount.Cents;
            if (line.Nature == CostNature.Subscription && line.Months > 12) amount = amount * 12 / line.Months.Value;
            if (line.Category != CostCategory.Hardware) others += amount;
            else if (line.Hardware == HardwareKind.Computer) computers += amount;
            else if (line.Hardware == HardwareKind.Tablet) tablets += amount;
            else smartphones += amount;
        }

        if (others == 0) return 0;
        (computers, tablets, smartphones) = (Math.Min(computers, 80_000), Math.Min(tablets, 80_000), Math.Min(smartphones, 80_000));
        return others + computers + tablets + smartphones - Math.Min(computers, Math.Min(tablets, smartphones));
    }
}
