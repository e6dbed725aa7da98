using Iness.Casework.Applications;
using Iness.Casework.Archives;
using Iness.Casework.Control;
using Iness.Casework.Decisions;
using Iness.Casework.Recoveries;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Iness.Casework.Persistence.Mappings;

internal sealed class ControlMappings : IEntityTypeConfiguration<Recovery>, IEntityTypeConfiguration<Repayment>, IEntityTypeConfiguration<ControlCampaign>,
    IEntityTypeConfiguration<FileControl>, IEntityTypeConfiguration<AidDeclaration>, IEntityTypeConfiguration<DeclarationExport>, IEntityTypeConfiguration<FileArchive>, IEntityTypeConfiguration<PurgeReport>,
    IEntityTypeConfiguration<PurgeReportLine>
{
    public void Configure(EntityTypeBuilder<Recovery> builder)
    {
        builder.ToTable("Recoveries");
        builder.Property(recovery => recovery.Grounds).HasMaxLength(Recovery.LongestText);
        builder.Property(recovery => recovery.Provision).HasMaxLength(20);
        builder.Property(recovery => recovery.Observations).HasMaxLength(Recovery.LongestText);
        builder.Property(recovery => recovery.DropReason).HasMaxLength(Recovery.LongestText);
        builder.Property(recovery => recovery.SignatoryName).HasMaxLength(200);
        builder.Property(recovery => recovery.SignatoryCapacity).HasMaxLength(200);
        builder.Property(recovery => recovery.LetterSha256).HasMaxLength(64);
        builder.Property(recovery => recovery.Version).IsConcurrencyToken();
        builder.HasIndex(recovery => recovery.ApplicationId);
        builder.HasIndex(recovery => recovery.OpenedAt);
        builder.HasOne<Application>().WithMany().HasForeignKey(recovery => recovery.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FileControl>().WithMany().HasForeignKey(recovery => recovery.ControlId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(recovery => recovery.Repayments).WithOne().HasForeignKey(repayment => repayment.RecoveryId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Repayment> builder)
    {
        builder.ToTable("Repayments");
        builder.Property(repayment => repayment.Id).ValueGeneratedNever();
        builder.Property(repayment => repayment.Reference).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ControlCampaign> builder)
    {
        builder.ToTable("ControlCampaigns");
        builder.Property(campaign => campaign.Name).HasMaxLength(120);
        builder.Property(campaign => campaign.PopulationSha256).HasMaxLength(64);
        builder.Property(campaign => campaign.Seed).HasMaxLength(64);
        builder.HasIndex(campaign => campaign.DrawnAt);
    }

    public void Configure(EntityTypeBuilder<FileControl> builder)
    {
        builder.ToTable("FileControls");
        builder.Property(control => control.Why).HasMaxLength(1000);
        builder.Property(control => control.Record).HasMaxLength(FileControl.LongestText);
        builder.Property(control => control.Version).IsConcurrencyToken();
        builder.HasIndex(control => control.ApplicationId);
        builder.HasIndex(control => control.CampaignId);
        builder.HasIndex(control => new { control.EndedAt, control.OpenedAt });
        builder.HasOne<Application>().WithMany().HasForeignKey(control => control.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ControlCampaign>().WithMany().HasForeignKey(control => control.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AidDeclaration> builder)
    {
        builder.ToTable("AidDeclarations");
        builder.Property(declaration => declaration.Reference).HasMaxLength(100);
        builder.Property(declaration => declaration.RejectionReason).HasMaxLength(500);
        builder.Property(declaration => declaration.Version).IsConcurrencyToken();
        builder.HasIndex(declaration => declaration.DecisionId).IsUnique();
        builder.HasIndex(declaration => declaration.ApplicationId);
        builder.HasIndex(declaration => new { declaration.ConfirmedAt, declaration.DueOn });
        builder.HasOne<Decision>().WithMany().HasForeignKey(declaration => declaration.DecisionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DeclarationExport> builder)
    {
        builder.ToTable("DeclarationExports");
        builder.HasKey(export => export.At);
        builder.Property(export => export.Sha256).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<FileArchive> builder)
    {
        builder.ToTable("FileArchives");
        builder.Property(archive => archive.ManifestSha256).HasMaxLength(64);
        builder.HasIndex(archive => archive.ApplicationId);
    }

    public void Configure(EntityTypeBuilder<PurgeReport> builder)
    {
        builder.ToTable("PurgeReports");
        builder.Property(report => report.Version).IsConcurrencyToken();
        builder.HasIndex(report => report.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<PurgeReportLine> builder)
    {
        builder.ToTable("PurgeReportLines");
        builder.HasKey(line => new { line.ReportId, line.ApplicationId });
        builder.Property(line => line.FileNumber).HasMaxLength(20);
        builder.Property(line => line.Ground).HasMaxLength(200);
        builder.Property(line => line.KeptBecause).HasMaxLength(500);
        builder.Property(line => line.Version).IsConcurrencyToken();
        builder.HasOne<PurgeReport>().WithMany().HasForeignKey(line => line.ReportId).OnDelete(DeleteBehavior.Cascade);
    }
}
