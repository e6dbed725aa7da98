using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Iness.Casework.Persistence.Mappings;

internal sealed class ExchangeMappings : IEntityTypeConfiguration<StoredDocument>, IEntityTypeConfiguration<Message>, IEntityTypeConfiguration<MissingItemsRequest>,
    IEntityTypeConfiguration<MissingItem>, IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<StoredDocument> builder)
    {
        builder.ToTable("Documents");
        builder.Property(document => document.Kind).HasMaxLength(40);
        builder.Property(document => document.CostLine).HasMaxLength(40);
        builder.Property(document => document.FileName).HasMaxLength(200);
        builder.Property(document => document.MediaType).HasMaxLength(100);
        builder.Property(document => document.Sha256).HasMaxLength(64);
        builder.Property(document => document.StorageKey).HasMaxLength(100);
        builder.Property(document => document.ScanFinding).HasMaxLength(300);
        builder.Property(document => document.Version).IsConcurrencyToken();
        builder.HasIndex(document => document.ApplicationId);
        builder.HasIndex(document => document.OrganisationId);
        builder.HasIndex(document => document.ScanDueAt);
        builder.HasIndex(document => document.Sha256);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(document => document.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Application>().WithMany().HasForeignKey(document => document.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.Property(message => message.Body).HasMaxLength(Message.LongestBody);
        builder.HasIndex(message => new { message.ApplicationId, message.SentAt });
        builder.HasOne<Application>().WithMany().HasForeignKey(message => message.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MissingItemsRequest> builder)
    {
        builder.Property(request => request.Note).HasMaxLength(2000);
        builder.HasIndex(request => request.ApplicationId);
        builder.HasOne<Application>().WithMany().HasForeignKey(request => request.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(request => request.Items).WithOne().HasForeignKey(item => item.RequestId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MissingItem> builder)
    {
        builder.ToTable("MissingItems");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.DocumentKind).HasMaxLength(40);
        builder.Property(item => item.Section).HasMaxLength(40);
        builder.Property(item => item.Label).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(mail => mail.To).HasMaxLength(256);
        builder.Property(mail => mail.ToName).HasMaxLength(200);
        builder.Property(mail => mail.Subject).HasMaxLength(300);
        builder.Property(mail => mail.LastError).HasMaxLength(1000);
        builder.HasIndex(mail => mail.DueAt);
        builder.HasIndex(mail => mail.RefusedAt);
        builder.HasIndex(mail => mail.ApplicationId);
    }
}
