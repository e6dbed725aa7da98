using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.Regulation.Payment;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Checks;

/// <summary>A claim with all that is checked of it, and what the regulation makes of it: pages of both sides read it, and a payment rests on it.</summary>
/// <param name="Application">The application.</param>
/// <param name="Claim">The claim, with the invoices that count and their lines.</param>
/// <param name="Granted">What is granted.</param>
/// <param name="Context">What the invoices are held against.</param>
/// <param name="Invoices">Each invoice with its checks, in the order they were added.</param>
public sealed record ClaimUnderCheck(Application Application, PaymentClaim Claim, GrantedAid Granted, ClaimContext Context, IReadOnlyList<InvoiceChecks> Invoices)
{
    /// <summary>Other aid received since the grant.</summary>
    public IReadOnlyList<PublicAid> OtherAid => OtherAidJson.Read(Claim.OtherAid);

    /// <summary>The facts that PAY-1 is computed on.</summary>
    public PaymentFacts Facts(PaidBasis basis) => PaymentFacts.Of(Granted.Facts, Granted.Costs, Invoices, basis, OtherAid);

    /// <summary>The final aid.</summary>
    public PaymentAssessment Assess(PaidBasis basis) => Facts(basis).Assess(Granted.Amount);

    /// <summary>Reads the claim of an application; null when there is none, or nothing is granted. Whose it is, and who may see it, is checked before.</summary>
    public static async Task<ClaimUnderCheck?> ReadAsync(InessDbContext db, Guid applicationId, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var claim = await db.PaymentClaims.AsNoTracking().AsSplitQuery()
            .Include(found => found.Invoices.Where(invoice => invoice.RemovedAt == null)).ThenInclude(invoice => invoice.Lines)
            .SingleOrDefaultAsync(found => found.ApplicationId == applicationId, cancellationToken);
        if (claim is null || await GrantedAid.ReadAsync(db, applicationId, cancellationToken) is not { } granted) return null;
        var application = await db.Applications.AsNoTracking().Include(found => found.Organisation).SingleAsync(found => found.Id == applicationId, cancellationToken);
        return await OfAsync(db, application, claim, granted, today, cancellationToken);
    }

    /// <summary>The same, of a claim already read with the invoices that count and their lines.</summary>
    internal static async Task<ClaimUnderCheck> OfAsync(InessDbContext db, Application application, PaymentClaim claim, GrantedAid granted, DateOnly today, CancellationToken cancellationToken)
    {
        var invoices = claim.Invoices.Where(invoice => invoice.RemovedAt is null).OrderBy(invoice => invoice.AddedAt).ThenBy(invoice => invoice.Id).ToList();
        // One question for all the documents of the claim.
        var documents = await db.Documents.AsNoTracking().Where(document => document.ApplicationId == application.Id && document.RemovedAt == null && DocumentKinds.OfClaim.Contains(document.Kind))
            .Select(document => new { document.Id, document.Kind, document.Sha256, document.Scan }).ToListAsync(cancellationToken);
        var context = new ClaimContext
        {
            Beneficiary = application.Organisation!.Name,
            Siren = application.Organisation.ParsedSiren,
            CreatedOn = application.CreatedOn,
            Today = today,
            GrantedCosts = granted.Costs,
            // What stands in the way of filing; officers read the account itself.
            IsAccountRefused = application.Status == FileStatus.Notified && claim.BankAccountId is { } account && await db.BankAccounts.AnyAsync(found => found.Id == account && found.RefusedAt != null, cancellationToken),
            IsAccountantListed = claim.IsAccountantListed == true,
            HasAccountantList = documents.Exists(document => document.Kind == nameof(DocumentKind.AccountantList) && document.Scan != ScanState.Infected),
            Twins = await db.TwinsAsync(claim, application.OrganisationId, invoices, documents.ToDictionary(document => document.Id, document => document.Sha256), cancellationToken),
        };
        return new(application, claim, granted, context, [.. invoices.Select(invoice => InvoiceChecks.Of(invoice, context))]);
    }
}
