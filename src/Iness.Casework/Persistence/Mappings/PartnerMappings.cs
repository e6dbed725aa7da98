using Iness.Casework.Accounts;
using Iness.Casework.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Iness.Casework.Persistence.Mappings;

internal sealed class PartnerMappings : IEntityTypeConfiguration<AccessToken>, IEntityTypeConfiguration<AccessTokenUse>, IEntityTypeConfiguration<Webhook>,
    IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("AccessTokens");
        builder.Property(token => token.Name).HasMaxLength(100);
        builder.Property(token => token.Prefix).HasMaxLength(20);
        builder.Property(token => token.TokenHash).HasMaxLength(64);
        builder.Property(token => token.Scopes).HasMaxLength(300);
        builder.Property(token => token.Version).IsConcurrencyToken();
        builder.HasIndex(token => token.TokenHash).IsUnique();
        builder.HasIndex(token => token.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(token => token.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AccessTokenUse> builder)
    {
        builder.ToTable("AccessTokenUses");
        builder.HasKey(use => use.TokenId);
        builder.HasOne<AccessToken>().WithOne().HasForeignKey<AccessTokenUse>(use => use.TokenId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("Webhooks");
        builder.Property(webhook => webhook.Name).HasMaxLength(100);
        builder.Property(webhook => webhook.Url).HasMaxLength(500);
        builder.Property(webhook => webhook.ProtectedSecret).HasMaxLength(500);
        builder.Property(webhook => webhook.Events).HasMaxLength(500);
        builder.Property(webhook => webhook.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.Property(delivery => delivery.Event).HasMaxLength(60);
        builder.Property(delivery => delivery.LastError).HasMaxLength(500);
        builder.HasIndex(delivery => delivery.DueAt);
        builder.HasIndex(delivery => new { delivery.WebhookId, delivery.CreatedAt });
        builder.HasOne<Webhook>().WithMany().HasForeignKey(delivery => delivery.WebhookId).OnDelete(DeleteBehavior.Cascade);
    }
}
