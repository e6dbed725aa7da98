using Iness.Casework.Decisions;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Reviewing;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>Why the payment, once validated, was taken back; null when it was not.</summary>
    public SentBack? Stopped { get; private set; }

    /// <summary>The invoices taken out since a first filing, in the order of their going.</summary>
    public IReadOnlyList<ClaimedInvoice> TakenOut { get; private set; } = [];

    /// <summary>The lists of payments that an accountant certified.</summary>
    public IReadOnlyList<(Guid Id, string FileName)> AccountantLists { get; private set; } = [];

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync()
    {
        if (!HasClaim) return;
        Bars = AmountBars.Of(Review);
        Caps = [.. Review.Facts.Caps(Review.Assessment)];
        if (IsHere) Stopped = await Db.NoteOfLastAsync(Application.Id, FileAction.StopPayment, Stop);
        // Those taken out before any filing went with their documents.
        TakenOut = await Db.ClaimedInvoices.AsNoTracking().Where(invoice => invoice.ClaimId == Review.Claim.Id && invoice.RemovedAt != null && Db.Documents.Any(document => document.Id == invoice.DocumentId && document.RemovedAt == null))
            .OrderBy(invoice => invoice.RemovedAt).ToListAsync(Stop);
        if (Review.Claim.IsAccountantListed != true) return;
        AccountantLists = (await Db.Documents.AsNoTracking().Where(document => document.ApplicationId == Application.Id && document.Kind == nameof(DocumentKind.AccountantList) && document.RemovedAt == null)
            .OrderBy(document => document.UploadedAt).Select(document => new { document.Id, document.FileName }).ToListAsync(Stop)).ConvertAll(document => (document.Id, document.FileName));
    }

    /// <summary>What of an invoice must be read: all but what is met.</summary>
    public static IEnumerable<ClaimCheck> Telling(InvoiceChecks invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return invoice.Checks.Where(check => check.Verdict != Iness.Regulation.Verdict.Met);
    }
}
