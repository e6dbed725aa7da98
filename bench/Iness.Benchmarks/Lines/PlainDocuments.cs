using System.Text.Json.Serialization;

namespace Iness.Benchmarks.Lines;

/// <summary>A request in the same shape as plain data: what System.Text.Json alone would read and write back.</summary>
internal sealed record PlainRequest(DateOnly CreatedOn, DateOnly? GrantedOn, PlainUndertaking? Undertaking, PlainProject? Project, PlainHistory? History);

internal sealed record PlainUndertaking(
    string? Siren, string? LegalCategory, string[]? Approvals, string? Stage, string? CommuneCode, DateOnly? FoundedOn, decimal? Turnover, decimal? Headcount,
    bool? HasEconomicActivity, string? MainActivity, string[]? Sectors, bool? TaxUpToDate, bool? SocialUpToDate, PlainDifficulty? Difficulty);

internal sealed record PlainDifficulty(bool? InsolvencyProceedings, bool? RescueAidOutstanding, decimal? ShareCapital, decimal? Equity);

internal sealed record PlainProject(PlainCost[]? Costs);

internal sealed record PlainCost(
    string Id, string? Label, string Category, string Nature, decimal Amount, int? Months, string? Hardware, string? InvoicedTo, string? Financing, DateOnly? OrderedOn);

internal sealed record PlainHistory(PlainDeMinimis[]? DeMinimisAids, DateOnly[]? PreviousApplications, PlainAid[]? OtherPublicAid);

internal sealed record PlainDeMinimis(DateOnly GrantedOn, decimal Amount, string? Grantor);

internal sealed record PlainAid(string? Grantor, string? Scheme, decimal Amount, bool? RegionalDigital);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainRequest))]
internal sealed partial class PlainContext : JsonSerializerContext;
