using Iness.Casework.Applications;
using Iness.Casework.Deadlines;
using Iness.Casework.Messages;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.Regulation.Payment;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Preparing;

/// <summary>A claim as the Région reviews it: what was granted, what is proved, what is retained, and what the regulation alone makes of it (PAY-1).</summary>
public sealed class ClaimUnderReview
{
    private ClaimUnderReview(ClaimUnderCheck check)
    {
        Check = check;
        Facts = check.Facts(PaidBasis.Retained);
        Assessment = Facts.Assess(check.Granted.Amount);
    }

    /// <summary>The claim with all that is checked of it.</summary>
    public ClaimUnderCheck Check { get; }

    /// <summary>The application.</summary>
    public Application Application => Check.Application;

    /// <summary>The claim, with its invoices and their lines.</summary>
    public PaymentClaim Claim => Check.Claim;

    /// <summary>The account it is to be paid on; null while none is given.</summary>
    public required BankAccount? Account { get; init; }

    /// <summary>What was asked about the claim, the oldest first.</summary>
    public required IReadOnlyList<MissingItemsRequest> Requests { get; init; }

    /// <summary>What was asked of finance, and answered, the oldest first.</summary>
    public required IReadOnlyList<LiquidationLine> Payments { get; init; }

    /// <summary>The facts of the lines retained; a line nobody looked at retains nothing.</summary>
    public PaymentFacts Facts { get; }

    /// <summary>What the regulation makes of them.</summary>
    public PaymentAssessment Assessment { get; }

    /// <summary>Amount granted, less what was taken off it since.</summary>
    public Money Granted => Check.Granted.Amount;

    /// <summary>Sum of what the invoices say, credit notes taken off.</summary>
    public Money Justified => new(Lines.Sum(line => line.Amount.Cents));

    /// <summary>Costs retained, after the officers and every cap of the regulation.</summary>
    public Money Retained => Assessment.Costs.Eligible;

    /// <summary>Whether the costs retained fall short of the floor: an officer rules whether the aid is paid.</summary>
    public bool IsBelowFloor => Assessment.Finding.Verdict == Verdict.Review;

    /// <summary>What is to be paid: nothing while an officer has not ruled that an aid below the floor is.</summary>
    public Money Payable => IsBelowFloor && Claim.PaysBelowFloor != true ? Money.Zero : Assessment.Amount;

    /// <summary>What would be paid if all that is claimed were retained.</summary>
    public Money Expected => Check.Facts(PaidBasis.Claimed).Assess(Granted).Amount;

    /// <summary>How many lines nobody has looked at yet.</summary>
    public int Unseen => Lines.Count(line => line.Retained is null);

    /// <summary>The invoices that count, in the order given.</summary>
    public IEnumerable<ClaimedInvoice> Invoices => Check.Invoices.Select(invoice => invoice.Invoice);

    private IEnumerable<ClaimedLine> Lines => Invoices.SelectMany(invoice => invoice.Lines);

    /// <summary>The sixty days to pay; null before the claim was complete.</summary>
    public PaymentClock? ClockOn(DateOnly today) => PaymentClock.Of(Claim, Requests, today);

    /// <summary>Loads the claim of an application; null when it has none that was filed, or no grant that can be read.</summary>
    /// <param name="db">The database.</param>
    /// <param name="application">The application, with its organisation.</param>
    /// <param name="isTracked">Whether it is to be changed.</param>
    /// <param name="today">Today, in Paris.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<ClaimUnderReview?> LoadAsync(InessDbContext db, Application application, bool isTracked, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(application);
        var id = application.Id;
        var found = await (isTracked ? db.PaymentClaims : db.PaymentClaims.AsNoTracking()).Where(claim => claim.ApplicationId == id && claim.Receipt != null)
            .Select(claim => new { Claim = claim, Account = db.BankAccounts.FirstOrDefault(account => account.Id == claim.BankAccountId) }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var claim = found.Claim;
        var invoices = await (isTracked ? db.ClaimedInvoices : db.ClaimedInvoices.AsNoTracking()).Include(invoice => invoice.Lines)
            .Where(invoice => invoice.ClaimId == claim.Id && invoice.RemovedAt == null).ToListAsync(cancellationToken);
        // Tracked, they are there by themselves.
        if (!isTracked) claim.Invoices.AddRange(invoices);
        if (await GrantedAid.ReadAsync(db, id, cancellationToken) is not { } granted) return null;
        return new(await ClaimUnderCheck.OfAsync(db, application, claim, granted, today, cancellationToken))
        {
            Account = found.Account,
            Requests = await db.MissingItemsRequests.AsNoTracking().Include(request => request.Items).Where(request => request.ApplicationId == id && request.IsOnPayment).OrderBy(request => request.SentAt).ToListAsync(cancellationToken),
            Payments = await db.LiquidationLines.AsNoTracking().Where(line => line.ClaimId == claim.Id).OrderBy(line => line.Id).ToListAsync(cancellationToken),
        };
    }
}
