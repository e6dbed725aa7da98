using System.Text.Json;
using Iness.Regulation;

namespace Iness.Casework.Registers.Companies;

/// <summary>Keeps what the register said with the organisation, and reads it back.</summary>
public static class CompanyRecordJson
{
    /// <summary>As it is kept.</summary>
    public static string Write(CompanyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return JsonSerializer.Serialize(new Kept(
            record.Siren.Digits, record.Name, record.Siret, record.LegalCategory?.ToString(), record.MainActivity?.ToString(), record.Commune?.ToString(), record.CommuneName, record.FoundedOn,
            record.StaffBand?.Code, record.StaffBand?.Year, record.Turnover?.Cents, record.TurnoverYear, record.HasCeased, (int)record.WorkIntegration, record.IsSocialEconomy,
            record.AssociationNumber, record.IsPartial, record.FetchedAt));
    }

    /// <summary>As it was said; null when it cannot be read, which is then as if the register had never answered.</summary>
    public static CompanyRecord? Read(string? json)
    {
        if (json is null || JsonSerializer.Deserialize<Kept>(json) is not { } kept || !Siren.TryParse(kept.Siren, out var siren)) return null;
        return new()
        {
            Siren = siren,
            Name = kept.Name,
            Siret = kept.Siret,
            LegalCategory = LegalCategory.TryParse(kept.LegalCategory, out var category) ? category : null,
            MainActivity = ActivityCode.TryParse(kept.MainActivity, out var activity) ? activity : null,
            Commune = CommuneCode.TryParse(kept.Commune, out var commune) ? commune : null,
            CommuneName = kept.CommuneName,
            FoundedOn = kept.FoundedOn,
            StaffBand = StaffBand.Of(kept.StaffBand, kept.StaffYear),
            Turnover = kept.TurnoverCents is { } cents ? new Money(cents) : null,
            TurnoverYear = kept.TurnoverYear,
            HasCeased = kept.HasCeased,
            WorkIntegration = (Approvals)kept.WorkIntegration,
            IsSocialEconomy = kept.IsSocialEconomy,
            AssociationNumber = kept.AssociationNumber,
            IsPartial = kept.IsPartial,
            FetchedAt = kept.FetchedAt,
        };
    }

    private sealed record Kept(
        string Siren, string? Name, string? Siret, string? LegalCategory, string? MainActivity, string? Commune, string? CommuneName, DateOnly? FoundedOn, string? StaffBand, int? StaffYear,
        long? TurnoverCents, int? TurnoverYear, bool? HasCeased, int WorkIntegration, bool? IsSocialEconomy, string? AssociationNumber, bool IsPartial, DateTimeOffset FetchedAt);
}
