using Iness.Casework.Lifecycle;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Reviewing;

namespace Iness.Web.Pages.Officer.Payments;

/// <summary>The claim of a file: its invoices with their checks, what is granted, justified, retained and payable, the account, the sixty days.</summary>
[Needs(Right.ReadFiles)]
public sealed class PaymentModel(InessDbContext db, TimeProvider time) : PaymentPage(db, time)
{
    /// <summary>The amounts as they are drawn.</summary>
    public AmountBars Bars { get; private set; } = null!;

    /// <summary>What the regulation takes off the lines retained.</summary>
    public IReadOnlyList<ClaimCheck> Caps { get; private set; } = [];

    /// <summary>Whether the claim is with the Région.</summary>
    public bool IsHere => Application.Status == FileStatus.PaymentClaimed;

    /// <summary>Whether this person may change what is retained now.</summary>
    public bool MayRetain => IsHere && Review.Claim.PreparedAt is null && User.Has(Right.PreparePayments);

    /// <inheritdoc/>
    protected override bool IsThereWithoutClaim => true;

    /// <summary>Reads it.</summary>
    public void OnGet()
    {
        if (!HasClaim) return;
        Bars = AmountBars.Of(Review);
        Caps = [.. Review.Facts.Caps(Review.Assessment)];
    }

    /// <summary>What of an invoice must be read: all but what is met.</summary>
    public static IEnumerable<ClaimCheck> Telling(InvoiceChecks invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return invoice.Checks.Where(check => check.Verdict != Iness.Regulation.Verdict.Met);
    }
}
