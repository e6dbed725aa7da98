using Iness.Casework.Audit;
using Iness.Casework.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Iness.Casework.Persistence.Mappings;

internal sealed class SystemMappings : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>, IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditLog");
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.Action).HasMaxLength(60);
        builder.Property(entry => entry.Subject).HasMaxLength(120);
        builder.Property(entry => entry.Salt).HasMaxLength(32);
        builder.Property(entry => entry.DetailsDigest).HasMaxLength(64);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(64);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.HasIndex(entry => new { entry.Subject, entry.Sequence });
        builder.HasIndex(entry => new { entry.ActorId, entry.Sequence });
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHead");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Hash).HasMaxLength(64);
        builder.HasData(new AuditHead());
    }

    public void Configure(EntityTypeBuilder<JobLease> builder)
    {
        builder.ToTable("Jobs");
        builder.HasKey(job => job.Name);
        builder.Property(job => job.Name).HasMaxLength(60);
        builder.Property(job => job.Holder).HasMaxLength(100);
        builder.Property(job => job.Report).HasMaxLength(1000);
    }
}
