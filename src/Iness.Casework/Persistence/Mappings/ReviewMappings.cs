using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Review;
using Iness.Casework.Review.Retaining;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Iness.Casework.Persistence.Mappings;

internal sealed class ReviewMappings : IEntityTypeConfiguration<ProvisionRuling>, IEntityTypeConfiguration<CostCorrection>, IEntityTypeConfiguration<InternalNote>,
    IEntityTypeConfiguration<Opinion>, IEntityTypeConfiguration<SavedView>, IEntityTypeConfiguration<RetainedFacts>
{
    public void Configure(EntityTypeBuilder<ProvisionRuling> builder)
    {
        builder.ToTable("Rulings");
        builder.Property(ruling => ruling.Provision).HasMaxLength(10);
        builder.Property(ruling => ruling.Reason).HasMaxLength(ProvisionRuling.LongestReason);
        builder.HasIndex(ruling => ruling.ApplicationId);
        builder.HasOne<Application>().WithMany().HasForeignKey(ruling => ruling.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CostCorrection> builder)
    {
        builder.ToTable("CostCorrections");
        builder.Property(correction => correction.Line).HasMaxLength(40);
        builder.Property(correction => correction.Words).HasMaxLength(CostCorrection.LongestWords);
        builder.HasIndex(correction => correction.ApplicationId);
        builder.HasOne<Application>().WithMany().HasForeignKey(correction => correction.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RetainedFacts> builder)
    {
        builder.ToTable("RetainedFacts");
        builder.Property(facts => facts.Reason).HasMaxLength(RetainedFacts.LongestReason);
        builder.HasIndex(facts => facts.ApplicationId);
        builder.HasOne<Application>().WithMany().HasForeignKey(facts => facts.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<InternalNote> builder)
    {
        builder.ToTable("InternalNotes");
        builder.Property(note => note.Body).HasMaxLength(InternalNote.LongestBody);
        builder.HasIndex(note => note.ApplicationId);
        builder.HasOne<Application>().WithMany().HasForeignKey(note => note.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.ToTable("Opinions");
        builder.Property(opinion => opinion.ExpertName).HasMaxLength(200);
        builder.Property(opinion => opinion.Email).HasMaxLength(256);
        builder.Property(opinion => opinion.Question).HasMaxLength(Opinion.LongestText);
        builder.Property(opinion => opinion.Answer).HasMaxLength(Opinion.LongestText);
        builder.Property(opinion => opinion.TokenHash).HasMaxLength(64);
        builder.HasIndex(opinion => opinion.TokenHash).IsUnique();
        builder.HasIndex(opinion => opinion.ApplicationId);
        builder.HasOne<Application>().WithMany().HasForeignKey(opinion => opinion.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(view => view.Name).HasMaxLength(60);
        builder.Property(view => view.Query).HasMaxLength(1000);
        builder.HasIndex(view => new { view.AccountId, view.Name }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(view => view.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
