using Iness.Casework.Applications;
using Iness.Casework.Decisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Iness.Casework.Persistence.Mappings;

internal sealed class DecisionMappings : IEntityTypeConfiguration<Envelope>, IEntityTypeConfiguration<Proposal>, IEntityTypeConfiguration<DecisionBatch>,
    IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<LetterTextVersion>
{
    public void Configure(EntityTypeBuilder<Envelope> builder)
    {
        builder.ToTable("Envelopes");
        builder.HasKey(envelope => envelope.Year);
        builder.Property(envelope => envelope.Year).ValueGeneratedNever();
        builder.Property(envelope => envelope.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("Proposals");
        builder.Property(proposal => proposal.Note).HasMaxLength(Proposal.LongestNote);
        builder.Property(proposal => proposal.Failure).HasMaxLength(500);
        builder.Property(proposal => proposal.Version).IsConcurrencyToken();
        builder.HasIndex(proposal => proposal.ApplicationId);
        builder.HasIndex(proposal => new { proposal.BatchId, proposal.DecidedAt });
        builder.HasIndex(proposal => proposal.BudgetYear);
        builder.HasOne<Application>().WithMany().HasForeignKey(proposal => proposal.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DecisionBatch>().WithMany().HasForeignKey(proposal => proposal.BatchId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DecisionBatch> builder)
    {
        builder.ToTable("DecisionBatches");
        builder.Property(batch => batch.Name).HasMaxLength(120);
        builder.Property(batch => batch.Version).IsConcurrencyToken();
        builder.HasIndex(batch => batch.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("Decisions");
        builder.Property(decision => decision.SignatoryName).HasMaxLength(200);
        builder.Property(decision => decision.SignatoryCapacity).HasMaxLength(200);
        builder.Property(decision => decision.Regulation).HasMaxLength(10);
        builder.Property(decision => decision.LetterSha256).HasMaxLength(64);
        builder.Property(decision => decision.Version).IsConcurrencyToken();
        builder.HasIndex(decision => new { decision.ApplicationId, decision.At });
        builder.HasIndex(decision => decision.BudgetYear);
        builder.HasIndex(decision => new { decision.Kind, decision.On });
        builder.HasIndex(decision => decision.NotifiedAt);
        builder.HasIndex(decision => decision.At, "IX_Decisions_ToDraw").HasFilter("\"DocumentId\" IS NULL");
        builder.HasIndex(decision => decision.ProposalId).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(decision => decision.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(decision => decision.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LetterTextVersion> builder)
    {
        builder.ToTable("LetterTexts");
        builder.Property(text => text.Name).HasMaxLength(40);
        builder.Property(text => text.Body).HasMaxLength(LetterTextVersion.LongestBody);
        builder.HasIndex(text => new { text.Name, text.Number }).IsUnique();
    }
}
