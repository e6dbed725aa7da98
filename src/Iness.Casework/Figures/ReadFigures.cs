using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Figures;

/// <summary>Reads the figures of the grants and of the files, counted in the database and kept for minutes.</summary>
public sealed class ReadFigures(InessDbContext db, KeptFigures kept, TimeProvider time)
{
    /// <summary>How long the public's figures are kept.</summary>
    public static readonly TimeSpan Public = TimeSpan.FromMinutes(10);

    /// <summary>How long the Région's are.</summary>
    public static readonly TimeSpan Region = TimeSpan.FromMinutes(5);

    private static readonly (DateTime From, DateTime Until) Ever = (new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc), new(3000, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private readonly CountGrants grants = new(db);
    private readonly CountFiles files = new(db);

    /// <summary>Those that everybody may read.</summary>
    public Task<PublicFigures> PublicAsync(CancellationToken cancellationToken) => kept.GetAsync("figures/public", Public, async () =>
    {
        var years = await grants.ByYearAsync(cancellationToken);
        return new PublicFigures(
            time.Instant(),
            Sum(years),
            years,
            await grants.ByDepartmentAsync(DateOnly.MinValue, DateOnly.MaxValue, cancellationToken),
            await grants.ByCategoryAsync(DateOnly.MinValue, DateOnly.MaxValue, cancellationToken),
            await files.DelaysAsync(Ever.From, Ever.Until, cancellationToken));
    });

    /// <summary>Those of the Région, for a year or for all.</summary>
    public Task<Dashboard> RegionAsync(int? year, CancellationToken cancellationToken) => kept.GetAsync($"figures/region/{year}", Region, async () =>
    {
        var (from, until) = year is { } one ? (new DateOnly(one, 1, 1), new DateOnly(one, 12, 31)) : (DateOnly.MinValue, DateOnly.MaxValue);
        var filed = year is null ? Ever : (From: from.BeginsAt(), Until: until.AddDays(1).BeginsAt());
        return new Dashboard(
            time.Instant(),
            year,
            await files.FunnelAsync(filed.From, filed.Until, cancellationToken),
            await files.DelaysAsync(filed.From, filed.Until, cancellationToken),
            year is { } budget ? await EnvelopeAsync(budget, cancellationToken) : null,
            await grants.ByDepartmentAsync(from, until, cancellationToken),
            await grants.ByCategoryAsync(from, until, cancellationToken),
            await grants.RefusalsAsync(from, until, cancellationToken),
            await db.Decisions.LongCountAsync(decision => decision.Kind == DecisionKind.Refusal && decision.On >= from && decision.On <= until, cancellationToken),
            await grants.ClaimsAsync(from, until, cancellationToken));
    });

    private async Task<EnvelopeCurve> EnvelopeAsync(int year, CancellationToken cancellationToken)
    {
        var voted = await db.Envelopes.Where(envelope => envelope.Year == year).Select(envelope => (Money?)envelope.Voted).SingleOrDefaultAsync(cancellationToken);
        return new(year, voted ?? Money.Zero, await grants.MonthsAsync(year, cancellationToken));
    }

    private static Figure Sum(IReadOnlyList<Figure> figures) => new("", figures.Sum(figure => figure.Count), figures.Aggregate(Money.Zero, (sum, figure) => sum + figure.Amount));
}
