using Iness.Casework.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Iness.Casework.Persistence.Mappings;

internal sealed class ApplicationMappings : IEntityTypeConfiguration<Application>, IEntityTypeConfiguration<Answer>, IEntityTypeConfiguration<StatusChange>,
    IEntityTypeConfiguration<Filing>, IEntityTypeConfiguration<FileListing>, IEntityTypeConfiguration<FileNumberSequence>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.Property(application => application.Title).HasMaxLength(200);
        builder.Property(application => application.Number).HasMaxLength(20);
        builder.Property(application => application.Version).IsConcurrencyToken();
        builder.HasIndex(application => application.Number).IsUnique();
        builder.HasIndex(application => new { application.OrganisationId, application.Status });
        builder.HasIndex(application => new { application.Status, application.ChangedAt });
        builder.HasIndex(application => new { application.AssignedToId, application.Status });
        builder.HasIndex(application => new { application.Status, application.RespondBy, application.Id });
        builder.HasIndex(application => new { application.Status, application.FiledAt, application.Id });
        builder.HasIndex(application => new { application.FiledAt, application.Id });
        builder.HasIndex(application => new { application.RespondBy, application.Id });
        builder.HasIndex(application => application.ClaimBy);
        builder.HasIndex(application => new { application.AssignedToId, application.RespondBy, application.Id });
        builder.HasOne<Accounts.Account>().WithMany().HasForeignKey(application => application.AssignedToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(application => application.Listing).WithOne().HasForeignKey<FileListing>(listing => listing.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(application => application.Organisation).WithMany().HasForeignKey(application => application.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(application => application.Answers).WithOne().HasForeignKey(answer => answer.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(application => application.History).WithOne().HasForeignKey(change => change.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(application => application.Filing).WithOne().HasForeignKey<Filing>(filing => filing.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.HasKey(answer => new { answer.ApplicationId, answer.Key });
        builder.Property(answer => answer.Key).HasMaxLength(Answer.LongestKey);
        builder.Property(answer => answer.Value).HasMaxLength(Answer.LongestValue);
        builder.Property(answer => answer.OtherValue).HasMaxLength(Answer.LongestValue);
        builder.Property(answer => answer.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<StatusChange> builder)
    {
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.HasIndex(change => new { change.ApplicationId, change.At });
    }

    public void Configure(EntityTypeBuilder<Filing> builder)
    {
        builder.HasKey(filing => filing.ApplicationId);
        builder.Property(filing => filing.Regulation).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<FileListing> builder)
    {
        builder.ToTable("FileListings");
        builder.HasKey(listing => listing.ApplicationId);
        builder.Property(listing => listing.Siret).HasMaxLength(14);
        builder.Property(listing => listing.Department).HasMaxLength(3);
        builder.Property(listing => listing.Town).HasMaxLength(100);
        builder.Property(listing => listing.CostCategories).HasMaxLength(200);
        builder.Property(listing => listing.Search).HasMaxLength(FileListing.LongestSearch);
        builder.HasIndex(listing => new { listing.Department, listing.ApplicationId });
        builder.HasIndex(listing => new { listing.Aid, listing.ApplicationId });
        builder.HasIndex(listing => new { listing.Verdict, listing.ApplicationId });
    }

    public void Configure(EntityTypeBuilder<FileNumberSequence> builder)
    {
        builder.HasKey(sequence => sequence.Year);
        builder.Property(sequence => sequence.Year).ValueGeneratedNever();
    }
}
