using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Organisations;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Liquidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Iness.Casework.Persistence.Mappings;

internal sealed class PaymentMappings : IEntityTypeConfiguration<PaymentClaim>, IEntityTypeConfiguration<ClaimedInvoice>, IEntityTypeConfiguration<ClaimedLine>,
    IEntityTypeConfiguration<BankAccount>, IEntityTypeConfiguration<LiquidationBatch>, IEntityTypeConfiguration<LiquidationLine>, IEntityTypeConfiguration<PaymentReturn>
{
    public void Configure(EntityTypeBuilder<PaymentClaim> builder)
    {
        builder.ToTable("PaymentClaims");
        builder.Property(claim => claim.AccountantName).HasMaxLength(ClaimedInvoice.LongestName);
        builder.Property(claim => claim.FloorReason).HasMaxLength(PaymentClaim.LongestText);
        builder.Property(claim => claim.FilingKey).HasMaxLength(40);
        builder.Property(claim => claim.Version).IsConcurrencyToken();
        builder.HasIndex(claim => claim.ApplicationId).IsUnique();
        builder.HasIndex(claim => claim.CompleteOn);
        builder.HasIndex(claim => claim.ValidatedAt);
        builder.HasIndex(claim => claim.PaidOn);
        builder.HasOne<Application>().WithMany().HasForeignKey(claim => claim.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BankAccount>().WithMany().HasForeignKey(claim => claim.BankAccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(claim => claim.Invoices).WithOne().HasForeignKey(invoice => invoice.ClaimId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ClaimedInvoice> builder)
    {
        builder.ToTable("ClaimedInvoices");
        builder.Property(invoice => invoice.Id).ValueGeneratedNever();
        builder.Property(invoice => invoice.SupplierName).HasMaxLength(ClaimedInvoice.LongestName);
        builder.Property(invoice => invoice.SupplierId).HasMaxLength(ClaimedInvoice.LongestNumber);
        builder.Property(invoice => invoice.Number).HasMaxLength(ClaimedInvoice.LongestNumber);
        builder.Property(invoice => invoice.Identity).HasMaxLength(ClaimedInvoice.LongestName + ClaimedInvoice.LongestNumber + 1);
        builder.Property(invoice => invoice.Currency).HasMaxLength(3);
        builder.Property(invoice => invoice.BuyerName).HasMaxLength(ClaimedInvoice.LongestName);
        builder.Property(invoice => invoice.BuyerId).HasMaxLength(ClaimedInvoice.LongestNumber);
        builder.Property(invoice => invoice.PaymentReference).HasMaxLength(ClaimedInvoice.LongestNumber);
        builder.Property(invoice => invoice.Version).IsConcurrencyToken();
        builder.HasIndex(invoice => invoice.Identity);
        builder.HasIndex(invoice => invoice.DocumentId);
        builder.HasOne<StoredDocument>().WithMany().HasForeignKey(invoice => invoice.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredDocument>().WithMany().HasForeignKey(invoice => invoice.ProofDocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(invoice => invoice.Lines).WithOne().HasForeignKey(line => line.InvoiceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ClaimedLine> builder)
    {
        builder.ToTable("ClaimedLines");
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Property(line => line.Label).HasMaxLength(ClaimedLine.LongestLabel);
        builder.Property(line => line.CostId).HasMaxLength(40);
        builder.Property(line => line.DeductionReason).HasMaxLength(40);
        builder.Property(line => line.DeductionNote).HasMaxLength(ClaimedLine.LongestLabel);
    }

    public void Configure(EntityTypeBuilder<BankAccount> builder)
    {
        builder.ToTable("BankAccounts");
        builder.Property(account => account.Holder).HasMaxLength(ClaimedInvoice.LongestName);
        builder.Property(account => account.Iban).HasMaxLength(34);
        builder.Property(account => account.Bic).HasMaxLength(11);
        builder.Property(account => account.RefusalReason).HasMaxLength(PaymentClaim.LongestText);
        builder.Property(account => account.Version).IsConcurrencyToken();
        builder.HasIndex(account => new { account.OrganisationId, account.GivenAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(account => account.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredDocument>().WithMany().HasForeignKey(account => account.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LiquidationBatch> builder)
    {
        builder.ToTable("LiquidationBatches");
        builder.Property(batch => batch.Number).HasMaxLength(20);
        builder.Property(batch => batch.CsvSha256).HasMaxLength(64);
        builder.Property(batch => batch.JsonSha256).HasMaxLength(64);
        builder.Property(batch => batch.Version).IsConcurrencyToken();
        builder.HasIndex(batch => batch.Number).IsUnique();
        builder.HasIndex(batch => batch.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<LiquidationLine> builder)
    {
        builder.ToTable("LiquidationLines");
        builder.Property(line => line.FileNumber).HasMaxLength(20);
        builder.Property(line => line.OrderNumber).HasMaxLength(ClaimedInvoice.LongestNumber);
        builder.Property(line => line.RejectionReason).HasMaxLength(ClaimedLine.LongestLabel);
        builder.Property(line => line.Version).IsConcurrencyToken();
        builder.HasIndex(line => new { line.BatchId, line.FileNumber }).IsUnique();
        builder.HasIndex(line => line.ClaimId);
        builder.HasIndex(line => line.FileNumber);
        builder.HasOne<LiquidationBatch>().WithMany().HasForeignKey(line => line.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PaymentClaim>().WithMany().HasForeignKey(line => line.ClaimId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BankAccount>().WithMany().HasForeignKey(line => line.BankAccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PaymentReturn> builder)
    {
        builder.ToTable("PaymentReturns");
        builder.Property(file => file.FileName).HasMaxLength(200);
        builder.Property(file => file.Sha256).HasMaxLength(64);
        builder.HasIndex(file => file.Sha256).IsUnique();
        builder.HasIndex(file => file.ImportedAt);
    }
}
