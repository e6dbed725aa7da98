using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
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
        var context = new ClaimContext
        {
            Beneficiary = application.Organisation!.Name,
            Siren = application.Organisation.ParsedSiren,
            CreatedOn = application.CreatedOn,
            Today = today,
            GrantedCosts = granted.Costs,
            IsAccountantListed = claim.IsAccountantListed == true,
            HasAccountantList = await db.Documents.AnyAsync(
                document => document.ApplicationId == application.Id && document.Kind == nameof(DocumentKind.AccountantList) && document.RemovedAt == null && document.Scan != ScanState.Infected, cancellationToken),
            Twins = await db.TwinsAsync(claim, application.OrganisationId, invoices, cancellationToken),
        };
        return new(application, claim, granted, context, [.. invoices.Select(invoice => InvoiceChecks.Of(invoice, context))]);
    }
}
