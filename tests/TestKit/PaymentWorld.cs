using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.TestKit;

/// <summary>Aids granted, and claims for their payment, in the hands of the Région.</summary>
public static class PaymentWorld
{
    private static readonly Act Given = new(Actor.System, "TestPrepared", "test/1");

    /// <summary>A file whose aid of 2 400 € is granted and notified, for a cost « c1 » of 6 000 €.</summary>
    public static async Task<Application> GrantedAsync(this InessDbContext db, TimeProvider clock, DecisionPeople people, Func<DateOnly, AssessmentRequest>? request = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(people);
        var application = await db.NotifiedAsync(clock, people, request);
        application.AssignedToId = people.Officer.Id;
        await db.CommitAsync(Given, CancellationToken.None);
        return application;
    }

    /// <summary>A claim filed for a granted aid, with one invoice of these lines (one of 6 000 € when none is given), a proof and a bank account.</summary>
    public static async Task<PaymentClaim> ClaimedAsync(this InessDbContext db, TimeProvider clock, DecisionPeople people, Guid applicationId, params (string Label, long Euros, string? Cost)[] lines)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(lines);
        var now = clock.Instant();
        var application = await db.Applications.SingleAsync(found => found.Id == applicationId);
        var (invoiced, rib) = (Document(application, people.Applicant, DocumentKind.Invoice, now), Document(application, people.Applicant, DocumentKind.BankDetails, now));
        var account = Account(application, people.Applicant, rib, now);
        var claim = new PaymentClaim
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = applicationId,
            CreatedAt = now,
            CreatedBy = people.Applicant.Id,
            ChangedAt = now,
            IsAccountantListed = false,
            HasOtherAid = false,
            BankAccountId = account.Id,
            DeclaredAt = now,
            FiledAt = now,
            FiledBy = people.Applicant.Id,
            FilingKey = Guid.NewGuid().ToString("N"),
            CompleteOn = now.DayInParis(),
            Receipt = "<!DOCTYPE html>",
        };
        claim.Invoices.Add(Invoice(application, claim, invoiced, now, lines.Length == 0 ? [("Boutique en ligne", 6_000, "c1")] : lines));
        Moved(application.Move(FileAction.ClaimPayment, people.Applicant.AsActor(), now));
        db.AddRange(invoiced, rib, account, claim);
        await db.CommitAsync(Given, CancellationToken.None);
        return claim;
    }

    private static ClaimedInvoice Invoice(Application application, PaymentClaim claim, StoredDocument document, DateTime now, (string Label, long Euros, string? Cost)[] lines)
    {
        var day = now.DayInParis();
        var net = Money.Euros(lines.Sum(line => line.Euros));
        var invoice = new ClaimedInvoice
        {
            Id = Guid.CreateVersion7(now),
            ClaimId = claim.Id,
            DocumentId = document.Id,
            Source = InvoiceSource.Typed,
            SupplierName = "Atelier du Web",
            SupplierId = "338365059",
            Number = $"FA-{application.Number}",
            IssuedOn = day,
            OrderedOn = application.CreatedOn,
            Currency = "EUR",
            BuyerName = "Les Jardins d’essai",
            NetTotal = net,
            TaxTotal = net.Fraction(20, 100),
            GrandTotal = net + net.Fraction(20, 100),
            Proof = PaymentProofKind.SupplierMention,
            PaidOn = day,
            Means = PaymentMeans.Transfer,
            AddedAt = now,
        };
        foreach (var (label, euros, cost) in lines)
            invoice.Lines.Add(new() { Id = Guid.CreateVersion7(now), InvoiceId = invoice.Id, Position = invoice.Lines.Count + 1, Label = label, Amount = Money.Euros(euros), CostId = cost });
        invoice.Identity = InvoiceIdentity.Of(invoice);
        return invoice;
    }

    private static BankAccount Account(Application application, Account by, StoredDocument rib, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganisationId = application.OrganisationId,
        Holder = "Les Jardins d’essai",
        Iban = "FR7630006000011234567890189",
        Bic = "AGRIFRPP",
        DocumentId = rib.Id,
        GivenAt = now,
        GivenBy = by.Id,
    };

    private static StoredDocument Document(Application application, Account by, DocumentKind kind, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganisationId = application.OrganisationId,
        ApplicationId = application.Id,
        Kind = kind.ToString(),
        FileName = $"{kind}.pdf",
        MediaType = "application/pdf",
        Length = 1,
        Sha256 = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()).PadLeft(64, '0'),
        StorageKey = $"{Guid.NewGuid():N}",
        UploadedAt = now,
        UploadedBy = by.Id,
        Scan = ScanState.Clean,
    };

    private static void Moved(Outcome moved)
    {
        if (!moved.IsDone) throw new InvalidOperationException(moved.Message);
    }
}
