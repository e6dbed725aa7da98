using Iness.Casework.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Iness.Casework.Persistence.Mappings;

internal sealed class OrganisationMappings : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(organisation => organisation.Siren).HasMaxLength(9);
        builder.Property(organisation => organisation.Name).HasMaxLength(200);
        builder.Property(organisation => organisation.Version).IsConcurrencyToken();
        builder.HasIndex(organisation => organisation.Siren).IsUnique();
        builder.HasIndex(organisation => organisation.RegisterDueAt);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasOne(membership => membership.Organisation).WithMany(organisation => organisation.Memberships).HasForeignKey(membership => membership.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(membership => membership.Account).WithMany().HasForeignKey(membership => membership.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(membership => new { membership.AccountId, membership.LeftAt });
        builder.HasIndex(membership => membership.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(invitation => invitation.Email).HasMaxLength(256);
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(64);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.HasIndex(invitation => invitation.OrganisationId);
        builder.HasOne(invitation => invitation.Organisation).WithMany().HasForeignKey(invitation => invitation.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
