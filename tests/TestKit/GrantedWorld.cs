using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Organisations;
using Iness.Casework.Payments;
using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.TestKit;

/// <summary>Files whose aid is granted and notified, or paid, without the pages that lead there.</summary>
public static class GrantedWorld
{
    private static readonly Act Given = new(Actor.System, "TestPrepared", "test/1");

    /// <summary>A file granted and notified, whose payment is to be claimed by a day.</summary>
    public static async Task<Application> ClaimableUntilAsync(this InessDbContext db, TimeProvider clock, DecisionPeople people, DateOnly claimBy)
    {
        ArgumentNullException.ThrowIfNull(db);
        var file = await db.NotifiedAsync(clock, people);
        file.ClaimBy = claimBy;
        await db.CommitAsync(Given, CancellationToken.None);
        return file;
    }

    /// <summary>A file whose aid was claimed and paid, on one invoice of 6 000 € retained whole.</summary>
    public static async Task<Application> PaidAsync(this InessDbContext db, TimeProvider clock, DecisionPeople people, DateOnly? paidOn = null, Organisation? organisation = null)
    {
        ArgumentNullException.ThrowIfNull(people);
        var file = await db.NotifiedAsync(clock, people, organisation: organisation);
        var now = clock.Instant();
        file.Move(FileAction.ClaimPayment, people.Applicant.AsActor(), now);
        file.Move(FileAction.Settle, people.Lead.AsActor(), now);
        file.Move(FileAction.RecordPayment, new(people.Lead.Id, Role.Finance), now);
        var claim = new PaymentClaim
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = file.Id,
            CreatedAt = now,
            CreatedBy = people.Applicant.Id,
            ChangedAt = now,
            FiledAt = now,
            CompleteOn = now.DayInParis(),
            ValidatedAt = now,
            Granted = Money.Euros(2_400),
            Retained = Money.Euros(6_000),
            Payable = Money.Euros(2_400),
            PaidOn = paidOn ?? now.DayInParis(),
        };
        claim.Invoices.Add(InvoiceOf(db, file, claim, people.Applicant, now));
        db.Add(claim);
        await db.CommitAsync(Given, CancellationToken.None);
        return file;
    }

    private static ClaimedInvoice InvoiceOf(InessDbContext db, Application file, PaymentClaim claim, Account by, DateTime now)
    {
        var document = new Casework.Documents.StoredDocument
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = file.OrganisationId,
            ApplicationId = file.Id,
            Kind = "Invoice",
            FileName = "facture.pdf",
            MediaType = "application/pdf",
            Length = 10,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Id.ToByteArray())),
            StorageKey = file.Id.ToString("N"),
            UploadedAt = now,
            UploadedBy = by.Id,
            Scan = Casework.Documents.ScanState.Clean,
        };
        db.Add(document);
        var invoice = new ClaimedInvoice
        {
            Id = Guid.CreateVersion7(now),
            ClaimId = claim.Id,
            DocumentId = document.Id,
            Source = InvoiceSource.Electronic,
            SupplierName = "Toile & Cie",
            SupplierId = "552100554",
            Number = $"F-{file.Number}",
            Identity = $"552100554|F-{file.Number}",
            IssuedOn = now.DayInParis(),
            OrderedOn = now.DayInParis(),
            Currency = "EUR",
            BuyerName = "Les Jardins d’essai",
            NetTotal = Money.Euros(6_000),
            TaxTotal = Money.Euros(1_200),
            GrandTotal = Money.Euros(7_200),
            Proof = PaymentProofKind.SupplierMention,
            PaidOn = now.DayInParis(),
            Means = PaymentMeans.Transfer,
            PaymentReference = "VIR 1",
            AddedAt = now,
        };
        invoice.Lines.Add(new() { Id = Guid.CreateVersion7(now), InvoiceId = invoice.Id, Position = 1, Label = "Boutique en ligne", Amount = Money.Euros(6_000), CostId = "c1", Retained = Money.Euros(6_000) });
        return invoice;
    }
}
