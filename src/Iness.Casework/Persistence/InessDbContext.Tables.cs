using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Archives;
using Iness.Casework.Audit;
using Iness.Casework.Control;
using Iness.Casework.Decisions;
using Iness.Casework.Documents;
using Iness.Casework.Jobs;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Organisations;
using Iness.Casework.Partners;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Recoveries;
using Iness.Casework.Registers.DeMinimis;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Review;
using Iness.Casework.Review.Retaining;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Persistence;

/// <content>What is kept, one set for each table that is asked directly.</content>
public abstract partial class InessDbContext
{
    public DbSet<AccountSession> Sessions => Set<AccountSession>();

    public DbSet<ParkedForm> ParkedForms => Set<ParkedForm>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();

    public DbSet<Filing> Filings => Set<Filing>();

    public DbSet<FileNumberSequence> FileNumbers => Set<FileNumberSequence>();

    public DbSet<StoredDocument> Documents => Set<StoredDocument>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<MissingItemsRequest> MissingItemsRequests => Set<MissingItemsRequest>();

    public DbSet<FileListing> Listings => Set<FileListing>();

    public DbSet<ProvisionRuling> Rulings => Set<ProvisionRuling>();

    public DbSet<CostCorrection> CostCorrections => Set<CostCorrection>();

    public DbSet<RetainedFacts> RetainedFacts => Set<RetainedFacts>();

    public DbSet<InternalNote> InternalNotes => Set<InternalNote>();

    public DbSet<Opinion> Opinions => Set<Opinion>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<Envelope> Envelopes => Set<Envelope>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<DecisionBatch> DecisionBatches => Set<DecisionBatch>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<LetterTextVersion> LetterTexts => Set<LetterTextVersion>();

    public DbSet<RegisterImport> RegisterImports => Set<RegisterImport>();

    public DbSet<RegisteredAid> RegisteredAids => Set<RegisteredAid>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<JobLease> Jobs => Set<JobLease>();

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHead => Set<AuditHead>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<PaymentClaim> PaymentClaims => Set<PaymentClaim>();

    public DbSet<ClaimedInvoice> ClaimedInvoices => Set<ClaimedInvoice>();

    public DbSet<BankAccount> BankAccounts => Set<BankAccount>();

    public DbSet<LiquidationBatch> LiquidationBatches => Set<LiquidationBatch>();

    public DbSet<LiquidationLine> LiquidationLines => Set<LiquidationLine>();

    public DbSet<PaymentReturn> PaymentReturns => Set<PaymentReturn>();

    public DbSet<Recovery> Recoveries => Set<Recovery>();

    public DbSet<ControlCampaign> ControlCampaigns => Set<ControlCampaign>();

    public DbSet<FileControl> FileControls => Set<FileControl>();

    public DbSet<AidDeclaration> AidDeclarations => Set<AidDeclaration>();

    public DbSet<DeclarationExport> DeclarationExports => Set<DeclarationExport>();

    public DbSet<FileArchive> FileArchives => Set<FileArchive>();

    public DbSet<PurgeReport> PurgeReports => Set<PurgeReport>();

    public DbSet<PurgeReportLine> PurgeReportLines => Set<PurgeReportLine>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<AccessTokenUse> AccessTokenUses => Set<AccessTokenUse>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();
}
