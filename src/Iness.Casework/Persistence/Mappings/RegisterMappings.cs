using Iness.Casework.Registers.DeMinimis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Iness.Casework.Persistence.Mappings;

internal sealed class RegisterMappings : IEntityTypeConfiguration<RegisterImport>, IEntityTypeConfiguration<RegisteredAid>
{
    public void Configure(EntityTypeBuilder<RegisterImport> builder)
    {
        builder.ToTable("RegisterImports");
        builder.Property(import => import.Siren).HasMaxLength(9);
        builder.Property(import => import.FileSha256).HasMaxLength(64);
        builder.HasIndex(import => new { import.IsCurrent, import.Source, import.Siren });
    }

    /// <summary>No foreign key: millions of rows are written with their import in hand, and erased import by import.</summary>
    public void Configure(EntityTypeBuilder<RegisteredAid> builder)
    {
        builder.ToTable("RegisteredAids");
        builder.HasKey(aid => new { aid.ImportId, aid.Line });
        builder.Property(aid => aid.ImportId).ValueGeneratedNever();
        builder.Property(aid => aid.Line).ValueGeneratedNever();
        builder.Property(aid => aid.Siren).HasMaxLength(9);
        builder.Property(aid => aid.Authority).HasMaxLength(RegisterRow.LongestText);
        builder.Property(aid => aid.Operator).HasMaxLength(RegisterRow.LongestText);
        builder.Property(aid => aid.Regime).HasMaxLength(RegisterRow.LongestText);
        builder.Property(aid => aid.Instrument).HasMaxLength(RegisterRow.LongestText);
        builder.Property(aid => aid.Sector).HasMaxLength(RegisterRow.LongestText);
        builder.Property(aid => aid.Name).HasMaxLength(RegisterRow.LongestText);
        builder.HasIndex(aid => new { aid.ImportId, aid.Siren, aid.GrantedOn });
    }
}
