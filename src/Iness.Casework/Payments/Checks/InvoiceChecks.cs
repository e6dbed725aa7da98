using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>An invoice and all that is checked of it.</summary>
/// <param name="Invoice">The invoice, with its lines.</param>
/// <param name="Checks">What each check says: the invoice first, then its lines in their order.</param>
public sealed record InvoiceChecks(ClaimedInvoice Invoice, IReadOnlyList<ClaimCheck> Checks)
{
    /// <summary>Whether its amounts count before an officer has looked: in euros, paid before tomorrow, and not presented before.</summary>
    public bool Counts => !Checks.Any(check => check is { Verdict: Verdict.NotMet, Kind: CheckKind.Currency or CheckKind.Twin or CheckKind.Paid });

    /// <summary>That it is certainly presented elsewhere, and counted there; null when it is not.</summary>
    public ClaimCheck? CertainTwin => Checks.FirstOrDefault(check => check is { Kind: CheckKind.Twin, Verdict: Verdict.NotMet });

    /// <summary>Whether it is made out to somebody else (COS-1).</summary>
    public bool IsOthers => Checks.Any(check => check is { Verdict: Verdict.NotMet, Kind: CheckKind.Buyer });

    /// <summary>What a fact is missing for.</summary>
    public IEnumerable<ClaimCheck> Missing => Checks.Where(check => check.Verdict == Verdict.Unknown);

    /// <summary>Checks an invoice: pure, and always all of it.</summary>
    public static InvoiceChecks Of(ClaimedInvoice invoice, ClaimContext context)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(context);
        return new(invoice,
        [
            BuyerCheck.Of(invoice, context),
            .. DateChecks.Of(invoice, context),
            .. AmountChecks.Of(invoice),
            .. TwinChecks.Of(invoice, context),
            .. ProofChecks.Of(invoice, context),
            .. invoice.Lines.OrderBy(line => line.Position).SelectMany(line => LineChecks.Of(invoice, line, context)),
        ]);
    }
}
