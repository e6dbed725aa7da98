using System.Text;
using System.Text.Json.Nodes;
using Iness.Casework.Applications;
using Iness.Casework.Assessments;
using Iness.Casework.Deadlines;
using Iness.Casework.Decisions;
using Iness.Casework.Messages;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Regulation;
using Iness.Regulation.Payment;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Preparing;

/// <summary>A claim as the Région reviews it: what was granted, what is proved, what is retained, and what the regulation alone makes of it (PAY-1).</summary>
public sealed class ClaimUnderReview
{
    private ClaimUnderReview(Application application, PaymentClaim claim, Decision grant) => (Application, Claim, Grant) = (application, claim, grant);

    /// <summary>The application.</summary>
    public Application Application { get; }

    /// <summary>The claim, with its invoices and their lines.</summary>
    public PaymentClaim Claim { get; }

    /// <summary>The decision that grants the aid.</summary>
    public Decision Grant { get; }

    /// <summary>Amount granted, less what was taken off it since.</summary>
    public required Money Granted { get; init; }

    /// <summary>The account it is to be paid on; null while none is given.</summary>
    public required BankAccount? Account { get; init; }

    /// <summary>What was asked about the claim, the oldest first.</summary>
    public required IReadOnlyList<MissingItemsRequest> Requests { get; init; }

    /// <summary>What was asked of finance, and answered, the oldest first.</summary>
    public required IReadOnlyList<LiquidationLine> Payments { get; init; }

    /// <summary>The granted costs.</summary>
    public required IReadOnlyList<CostLine> Costs { get; init; }

    /// <summary>What the regulation makes of the invoices as they are retained.</summary>
    public required PaymentAssessment Assessment { get; init; }

    /// <summary>The facts it was computed on.</summary>
    public required AssessmentRequest Paid { get; init; }

    /// <summary>The invoices that count, in the order given.</summary>
    public IEnumerable<ClaimedInvoice> Invoices => Claim.Invoices.Where(invoice => invoice.RemovedAt is null).OrderBy(invoice => invoice.AddedAt).ThenBy(invoice => invoice.Id);

    /// <summary>Sum of what the invoices say, credit notes taken off.</summary>
    public Money Justified => Sum(Lines.Select(line => line.Amount));

    /// <summary>Costs retained, after the officers and every cap of the regulation.</summary>
    public Money Retained => Assessment.Costs.Eligible;

    /// <summary>Whether the costs retained fall short of the floor: an officer rules whether the aid is paid.</summary>
    public bool IsBelowFloor => Assessment.Finding.Verdict == Verdict.Review;

    /// <summary>What is to be paid: nothing while an officer has not ruled that an aid below the floor is.</summary>
    public Money Payable => IsBelowFloor && Claim.PaysBelowFloor != true ? Money.Zero : Assessment.Amount;

    /// <summary>The lines nobody has looked at yet.</summary>
    public int Unseen => Lines.Count(line => line.Retained is null);

    private IEnumerable<ClaimedLine> Lines => Invoices.SelectMany(invoice => invoice.Lines);

    /// <summary>The sixty days to pay; null before the claim was complete.</summary>
    public PaymentClock? ClockOn(DateOnly today) => PaymentClock.Of(Claim, Requests, today);

    /// <summary>Loads the claim of an application; null when it has none that was filed, or no grant that can be read.</summary>
    /// <param name="db">The database.</param>
    /// <param name="application">The application.</param>
    /// <param name="isTracked">Whether it is to be changed.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<ClaimUnderReview?> LoadAsync(InessDbContext db, Application application, bool isTracked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(application);
        var id = application.Id;
        var claim = await (isTracked ? db.PaymentClaims : db.PaymentClaims.AsNoTracking()).SingleOrDefaultAsync(found => found.ApplicationId == id && found.CompleteOn != null, cancellationToken);
        if (claim is null) return null;
        var invoices = await (isTracked ? db.ClaimedInvoices : db.ClaimedInvoices.AsNoTracking()).Include(invoice => invoice.Lines)
            .Where(invoice => invoice.ClaimId == claim.Id).OrderBy(invoice => invoice.AddedAt).ThenBy(invoice => invoice.Id).ToListAsync(cancellationToken);
        if (!isTracked) claim.Invoices.AddRange(invoices);
        var decision = await db.Decisions.AsNoTracking().Where(found => found.ApplicationId == id).OrderByDescending(found => found.At).FirstOrDefaultAsync(cancellationToken);
        if (decision is not { Kind: DecisionKind.Grant } grant || AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(grant.Facts), []) is not { } decided) return null;
        var reduced = await db.Recoveries.AsNoTracking().Where(found => found.ApplicationId == id && found.Kind == RecoveryKind.Reduction && found.DecidedAt != null && found.DroppedAt == null)
            .Select(found => found.Amount).ToListAsync(cancellationToken);
        var granted = Money.Max(Money.Zero, grant.Amount - Sum(reduced));
        var paid = PaidCosts.Of(decided, claim.Invoices.OrderBy(invoice => invoice.AddedAt).ThenBy(invoice => invoice.Id), OtherAidOf(claim, grant));
        return new(application, claim, grant)
        {
            Granted = granted,
            Account = claim.BankAccountId is { } account ? await (isTracked ? db.BankAccounts : db.BankAccounts.AsNoTracking()).SingleOrDefaultAsync(found => found.Id == account, cancellationToken) : null,
            Requests = await db.MissingItemsRequests.AsNoTracking().Include(request => request.Items).Where(request => request.ApplicationId == id && request.IsOnPayment).OrderBy(request => request.SentAt).ToListAsync(cancellationToken),
            Payments = await db.LiquidationLines.AsNoTracking().Where(line => line.ClaimId == claim.Id).OrderBy(line => line.Id).ToListAsync(cancellationToken),
            Costs = decided.Costs ?? [],
            Paid = paid,
            Assessment = PaymentAssessment.Assess(paid, granted),
        };
    }

    // Read by the one reader of the contract, within the facts of the decision.
    private static IReadOnlyList<PublicAid> OtherAidOf(PaymentClaim claim, Decision grant)
    {
        if (claim.HasOtherAid != true || claim.OtherAid is not { Length: > 0 } json || JsonNode.Parse(grant.Facts) is not JsonObject facts) return [];
        facts["history"] = new JsonObject { ["otherPublicAid"] = JsonNode.Parse(json) };
        return AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(facts.ToJsonString()), [])?.History.OtherPublicAid
            ?? throw new InvalidOperationException($"The other aid of claim {claim.Id} cannot be read.");
    }

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
