using Iness.Casework.Payments.Preparing;
using Iness.Regulation;
using Iness.Regulation.Payment;

namespace Iness.Casework.Payments.Checks;

/// <summary>Which amounts of a claim are computed on.</summary>
public enum PaidBasis
{
    /// <summary>All that is claimed and matched: what the beneficiary sees before filing.</summary>
    Claimed,

    /// <summary>What the officer retains.</summary>
    Retained,
}

/// <summary>A cost paid, as the regulation takes it, and the lines of the invoices that it stands for.</summary>
/// <param name="Line">The cost.</param>
/// <param name="CostId">The granted cost.</param>
/// <param name="Lines">The lines of the invoices.</param>
public sealed record PaidCost(CostLine Line, string CostId, IReadOnlyList<Guid> Lines);

/// <summary>
/// PAY-1 is the same computation on what was paid: the facts of the decision, with the lines of the invoices in place of the costs, credit
/// notes taken off (<see cref="PaidLines"/>), and the other aid received since beside that known then.
/// </summary>
/// <param name="Request">The facts.</param>
/// <param name="Costs">The costs of these facts, in their order.</param>
public sealed record PaymentFacts(AssessmentRequest Request, IReadOnlyList<PaidCost> Costs)
{
    private const int MostMonths = 120;

    /// <summary>What is proved, before the caps of the regulation.</summary>
    public Money Proved => new(Costs.Sum(cost => cost.Line.Amount.Cents));

    /// <summary>Converts a claim.</summary>
    /// <param name="decided">The facts of the decision.</param>
    /// <param name="granted">The costs that the decision retains.</param>
    /// <param name="invoices">The invoices, checked.</param>
    /// <param name="basis">Which amounts.</param>
    /// <param name="otherAid">Other aid on the same costs received since.</param>
    public static PaymentFacts Of(AssessmentRequest decided, IReadOnlyList<GrantedCost> granted, IReadOnlyList<InvoiceChecks> invoices, PaidBasis basis, IReadOnlyList<PublicAid> otherAid)
    {
        ArgumentNullException.ThrowIfNull(decided);
        ArgumentNullException.ThrowIfNull(granted);
        ArgumentNullException.ThrowIfNull(invoices);
        ArgumentNullException.ThrowIfNull(otherAid);
        // The parts of a subscription are one: twelve months in all are retained of it, however it is invoiced.
        var costs = PaidLines.Of(invoices, granted, basis).GroupBy(line => KeyOf(line, decided.CreatedOn)).SelectMany(group => CostsOf([.. group], decided.CreatedOn, basis)).ToList();
        var others = otherAid.Count == 0 ? decided.History.OtherPublicAid : [.. decided.History.OtherPublicAid ?? [], .. otherAid];
        return new(decided with { Costs = [.. costs.Select(cost => cost.Line)], History = decided.History with { OtherPublicAid = others } }, costs);
    }

    /// <summary>The final aid on these facts.</summary>
    public PaymentAssessment Assess(Money granted) => PaymentAssessment.Assess(Request, granted);

    /// <summary>What the caps of the regulation take off, as checks of the lines that lose it.</summary>
    public IEnumerable<ClaimCheck> Caps(PaymentAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Costs.Zip(assessment.Costs.Lines).SelectMany(pair => pair.Second.Reasons
            .Where(reason => reason.Provision != Provision.Cos1 && reason.Provision != Provision.Cos11)
            .SelectMany(reason => pair.First.Lines.Select(line => new ClaimCheck(CheckKind.Cap, reason.Provision, Verdict.NotMet, reason.Explanation) { LineId = line })));
    }

    private static string KeyOf(PaidLine line, DateOnly createdOn) => IsSubscription(line)
        ? $"{line.Cost!.Line.Id}|{line.Supplier}|{line.Of.IsOthers}|{DateChecks.OrderOf(line.Of.Invoice, createdOn) < createdOn}"
        : line.Line.Id.ToString();

    private static bool IsSubscription(PaidLine line) => line.Line.Months is not null || line.Cost!.Line.Nature == CostNature.Subscription;

    /// <summary>
    /// What an officer already took off a subscription for its months beyond the limit is not taken off twice: such a line is within it. One of
    /// which too much was left is taken whole again, and the rule applies.
    /// </summary>
    private static List<PaidCost> CostsOf(List<PaidLine> lines, DateOnly createdOn, PaidBasis basis)
    {
        var most = SchemeParameters.Of2024.SubscriptionMonths;
        if (!IsSubscription(lines[0])) return [CostOf(lines, Left(lines), null, createdOn)];
        var months = MonthsOf(lines, lines[0].Cost!.Line.Months);
        var told = lines.ToLookup(line => basis == PaidBasis.Retained && months > most && line.Line.DeductionReason == nameof(DeductionReason.SubscriptionTooLong));
        var cut = told[true].Where(line => new Money(line.Left) <= new Money(Uncut(line)).Fraction(most, months)).ToList();
        var rest = lines.Except(cut).ToList();
        List<PaidCost> costs = [];
        if (cut.Count > 0) costs.Add(CostOf(cut, Left(cut), most, createdOn));
        if (rest.Count > 0) costs.Add(CostOf(rest, rest.Sum(line => told[true].Contains(line) ? Uncut(line) : line.Left), months, createdOn));
        return costs;
    }

    private static long Left(List<PaidLine> lines) => lines.Sum(line => line.Left);

    // Credit notes stay taken off.
    private static long Uncut(PaidLine line) => line.Left + (line.Line.Amount - (line.Line.Retained ?? line.Line.Amount)).Cents;

    private static PaidCost CostOf(List<PaidLine> lines, long cents, int? months, DateOnly createdOn)
    {
        var (first, cost) = (lines[0], lines[0].Cost!.Line);
        return new(cost with
        {
            Id = first.Line.Id.ToString("N"),
            Label = first.Line.Label,
            Amount = new(cents),
            Nature = months is not null ? CostNature.Subscription : cost.Nature,
            Months = months,
            InvoicedTo = first.Of.IsOthers ? InvoicedTo.Other : InvoicedTo.Beneficiary,
            OrderedOn = DateChecks.OrderOf(first.Of.Invoice, createdOn),
        }, cost.Id, [.. lines.Select(line => line.Line.Id)]);
    }

    /// <summary>The lines of one invoice run side by side, invoices follow one another. What no line tells is what was granted.</summary>
    private static int MonthsOf(List<PaidLine> lines, int? granted)
    {
        var told = lines.GroupBy(line => line.Of.Invoice.Id).Select(invoice => invoice.Max(line => line.Line.Months)).ToList();
        var known = told.Sum() ?? 0;
        var months = told.Contains(null) ? Math.Max(known, granted ?? SchemeParameters.Of2024.SubscriptionMonths) : known;
        return Math.Clamp(months, 1, MostMonths);
    }
}
