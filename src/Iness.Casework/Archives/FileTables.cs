using Iness.Casework.Applications;
using Iness.Casework.Control;
using Iness.Casework.Decisions;
using Iness.Casework.Documents;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Partners;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Recoveries;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Review;
using Iness.Casework.Review.Retaining;

namespace Iness.Casework.Archives;

/// <summary>Every table that holds rows of a file, those that point at others first: archived whole, purged in this order. A test sees that none is missing.</summary>
internal static class FileTables
{
    public static IReadOnlyList<FileTable> All { get; } =
    [
        new FileTable<WebhookDelivery>("deliveries", (db, id) => db.WebhookDeliveries.Where(row => row.ApplicationId == id)) { IsArchived = false },
        new FileTable<OutboxMail>("mails", (db, id) => db.Outbox.Where(row => row.ApplicationId == id)),
        new FileTable<Repayment>("repayments", (db, id) => db.Set<Repayment>().Where(row => db.Recoveries.Any(parent => parent.Id == row.RecoveryId && parent.ApplicationId == id))),
        new FileTable<Recovery>("recoveries", (db, id) => db.Recoveries.Where(row => row.ApplicationId == id)) { Texts = [new(nameof(Recovery.Letter), "html")] },
        new FileTable<FileControl>("controls", (db, id) => db.FileControls.Where(row => row.ApplicationId == id)) { Texts = [new(nameof(FileControl.Corrections), "json")] },
        new FileTable<AidDeclaration>("declarations", (db, id) => db.AidDeclarations.Where(row => row.ApplicationId == id)),
        new FileTable<LiquidationLine>("liquidation", (db, id) => db.LiquidationLines.Where(row => row.ApplicationId == id)),
        new FileTable<ClaimedLine>("invoice-lines", (db, id) => db.Set<ClaimedLine>().Where(row => db.ClaimedInvoices.Any(invoice =>
            invoice.Id == row.InvoiceId && db.PaymentClaims.Any(claim => claim.Id == invoice.ClaimId && claim.ApplicationId == id)))),
        new FileTable<ClaimedInvoice>("invoices", (db, id) => db.ClaimedInvoices.Where(row => db.PaymentClaims.Any(claim => claim.Id == row.ClaimId && claim.ApplicationId == id))),
        // Another file of the same organisation may be paid on the same account.
        new FileTable<BankAccount>("bank-accounts", (db, id) => db.BankAccounts.Where(row => db.PaymentClaims.Any(claim => claim.BankAccountId == row.Id && claim.ApplicationId == id)
            || db.LiquidationLines.Any(line => line.BankAccountId == row.Id && line.ApplicationId == id)
            || db.Documents.Any(document => document.Id == row.DocumentId && document.ApplicationId == id))) { IsPurged = false },
        new FileTable<PaymentClaim>("claim", (db, id) => db.PaymentClaims.Where(row => row.ApplicationId == id))
        {
            Texts = [new(nameof(PaymentClaim.Facts), "json"), new(nameof(PaymentClaim.OtherAid), "json"), new(nameof(PaymentClaim.Receipt), "html")],
        },
        new FileTable<Decision>("decisions", (db, id) => db.Decisions.Where(row => row.ApplicationId == id))
        {
            Texts =
            [
                new(nameof(Decision.Facts), "json"), new(nameof(Decision.Assessment), "json"), new(nameof(Decision.Rulings), "json"),
                new(nameof(Decision.Corrections), "json"), new(nameof(Decision.Letter), "html"),
            ],
        },
        new FileTable<Proposal>("proposals", (db, id) => db.Proposals.Where(row => row.ApplicationId == id)),
        new FileTable<Opinion>("opinions", (db, id) => db.Opinions.Where(row => row.ApplicationId == id)),
        new FileTable<InternalNote>("notes", (db, id) => db.InternalNotes.Where(row => row.ApplicationId == id)),
        new FileTable<CostCorrection>("cost-corrections", (db, id) => db.CostCorrections.Where(row => row.ApplicationId == id)),
        new FileTable<RetainedFacts>("retained-facts", (db, id) => db.RetainedFacts.Where(row => row.ApplicationId == id)),
        new FileTable<ProvisionRuling>("rulings", (db, id) => db.Rulings.Where(row => row.ApplicationId == id)),
        new FileTable<MissingItem>("missing-items", (db, id) => db.Set<MissingItem>().Where(row => db.MissingItemsRequests.Any(parent => parent.Id == row.RequestId && parent.ApplicationId == id))),
        new FileTable<MissingItemsRequest>("missing-items-requests", (db, id) => db.MissingItemsRequests.Where(row => row.ApplicationId == id)),
        new FileTable<Message>("messages", (db, id) => db.Messages.Where(row => row.ApplicationId == id)),
        new FileTable<StoredDocument>("documents", (db, id) => db.Documents.Where(row => row.ApplicationId == id)),
        new FileTable<StatusChange>("history", (db, id) => db.StatusChanges.Where(row => row.ApplicationId == id)),
        new FileTable<Answer>("answers", (db, id) => db.Answers.Where(row => row.ApplicationId == id)),
        new FileTable<Filing>("filing", (db, id) => db.Filings.Where(row => row.ApplicationId == id))
        {
            Texts = [new(nameof(Filing.Facts), "json"), new(nameof(Filing.Assessment), "json"), new(nameof(Filing.Answers), "json"), new(nameof(Filing.Acknowledgement), "html")],
        },
        new FileTable<FileListing>("listing", (db, id) => db.Listings.Where(row => row.ApplicationId == id)) { IsArchived = false },
        new FileTable<Application>("application", (db, id) => db.Applications.Where(row => row.Id == id)),
    ];
}
