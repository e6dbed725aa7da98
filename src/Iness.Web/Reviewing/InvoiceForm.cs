using Iness.Casework.Payments;
using Iness.Casework.Payments.Preparing;
using Iness.Regulation;
using Iness.Web.Components;

namespace Iness.Web.Reviewing;

/// <summary>One line of an invoice as an officer fills it in.</summary>
/// <param name="Line">The line.</param>
/// <param name="Retained">What is typed as retained; as a credit note prints it, without a sign.</param>
/// <param name="Reason">The reason chosen; empty for none.</param>
/// <param name="Note">The free words.</param>
public sealed record InvoiceFormLine(ClaimedLine Line, string Retained, string Reason, string Note)
{
    /// <summary>Name of the amount.</summary>
    public string AmountField => $"retenu-{Line.Position}";

    /// <summary>Name of the reason.</summary>
    public string ReasonField => $"raison-{Line.Position}";

    /// <summary>Name of the words.</summary>
    public string NoteField => $"precision-{Line.Position}";

    /// <summary>Whether it gives back.</summary>
    public bool IsCredit => Line.Amount < Money.Zero;
}

/// <summary>The form by which an officer retains or deducts the lines of one invoice.</summary>
public sealed class InvoiceForm
{
    private InvoiceForm(IReadOnlyList<InvoiceFormLine> lines, IReadOnlyList<FieldError> errors, IReadOnlyList<LineRetention> retentions) => (Lines, Errors, Retentions) = (lines, errors, retentions);

    /// <summary>The lines.</summary>
    public IReadOnlyList<InvoiceFormLine> Lines { get; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldError> Errors { get; }

    /// <summary>What is retained, when nothing is wrong.</summary>
    public IReadOnlyList<LineRetention> Retentions { get; }

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Name == field)?.Message;

    /// <summary>As it is first shown: what was retained, else the whole.</summary>
    public static InvoiceForm Of(ClaimedInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return new([.. InOrder(invoice).Select(line => new InvoiceFormLine(line, Plain(line.Retained ?? line.Amount), line.DeductionReason ?? "", line.DeductionNote ?? ""))], [], []);
    }

    /// <summary>All of it retained, whatever is typed.</summary>
    public static IReadOnlyList<LineRetention> Whole(ClaimedInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return [.. InOrder(invoice).Select(line => new LineRetention(line.Id, line.Amount, null, null))];
    }

    /// <summary>As it was typed.</summary>
    public static InvoiceForm Read(ClaimedInvoice invoice, IFormCollection typed)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(typed);
        var form = new FormReader(typed);
        List<InvoiceFormLine> lines = [];
        List<LineRetention> retentions = [];
        foreach (var line in InOrder(invoice))
        {
            var shown = new InvoiceFormLine(line, "", "", "");
            shown = shown with { Retained = typed[shown.AmountField].ToString(), Reason = typed[shown.ReasonField].ToString(), Note = typed[shown.NoteField].ToString() };
            lines.Add(shown);
            var most = shown.IsCredit ? Money.Zero - line.Amount : line.Amount;
            if (form.Amount(shown.AmountField, "Écrivez le montant retenu, 0 pour rien.", Money.Zero, most) is not { } amount) continue;
            var retention = new LineRetention(line.Id, shown.IsCredit ? Money.Zero - amount : amount, DeductionWords.ReasonOf(shown.Reason), string.IsNullOrWhiteSpace(shown.Note) ? null : shown.Note.Trim());
            if (retention.WhyNot(line) is { } wrong) form.Refuse(retention.Reason is null ? shown.ReasonField : shown.NoteField, wrong);
            else retentions.Add(retention);
        }

        return new(lines, form.Errors, retentions);
    }

    /// <summary>The granted cost of a line, in words.</summary>
    public static string CostOf(ClaimUnderReview review, ClaimedLine line)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(line);
        return review.Check.Context.CostOf(line.CostId) is { } cost ? Simulation.CostWords.Describe(cost.Line) : "aucune";
    }

    /// <summary>Why a line is not retained whole, with its provision; empty when it is.</summary>
    public static string WhyDeducted(ClaimedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return DeductionWords.ReasonOf(line.DeductionReason)?.WithGround() ?? "";
    }

    private static IEnumerable<ClaimedLine> InOrder(ClaimedInvoice invoice) => invoice.Lines.OrderBy(line => line.Position);

    private static string Plain(Money amount) => new Money(Math.Abs(amount.Cents)).ToString().TrimEnd('€', ' ', '\u00a0');
}
