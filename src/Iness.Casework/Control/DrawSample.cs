using System.Globalization;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Control;

/// <summary>Draws a random sample of the files paid between two days, keeps what it takes to draw it again, and opens the control of each.</summary>
public sealed class DrawSample(InessDbContext db, TimeProvider time)
{
    /// <summary>Longest name, and most files drawn at once.</summary>
    public const int LongestName = 120, Most = 500;

    /// <summary>Draws it.</summary>
    /// <returns>The campaign.</returns>
    public async Task<Outcome<Guid>> ExecuteAsync(string name, DateOnly from, DateOnly until, int size, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName) return Outcome.Refused(Refusal.Invalid, "Donnez un nom au tirage.");
        if (until < from) return Outcome.Refused(Refusal.Invalid, "Le dernier jour ne peut pas précéder le premier.");
        if (size is < 1 or > Most) return Outcome.Refused(Refusal.Invalid, $"Tirez de 1 à {Most} dossiers.");
        var now = time.Instant();
        await using var transaction = await db.BeginAsync(cancellationToken);
        var population = await db.PaidBetween(from, until, now).Select(file => new { file.Id, Number = file.Number! }).ToDictionaryAsync(file => file.Number, file => file.Id, cancellationToken);
        if (population.Count < size) return Outcome.Refused(Refusal.Invalid, population.Count == 0 ? "Aucun dossier n'a été payé entre ces deux jours." : $"{population.Count} dossiers ont été payés entre ces deux jours : on ne peut pas en tirer {size}.");
        var campaign = new ControlCampaign
        {
            Id = Guid.CreateVersion7(now),
            Name = name.Trim(),
            PaidFrom = from,
            PaidUntil = until,
            Population = population.Count,
            PopulationSha256 = SampleDraw.PopulationSha256(population.Keys),
            Size = size,
            Seed = SampleDraw.NewSeed(),
            DrawnBy = account,
            DrawnAt = now,
        };
        db.Add(campaign);
        foreach (var (rank, number) in SampleDraw.Draw(population.Keys, campaign.Seed, size).Index())
            db.Add(OpenControl.Of(population[number], ControlOrigin.Sample, string.Create(CultureInfo.InvariantCulture, $"Rang {rank + 1} sur {size} du tirage « {campaign.Name} »"), account, now, campaign.Id));
        await db.CommitAsync(new(who, "SampleDrawn", $"campaign/{campaign.Id}", $"{size} sur {population.Count}, graine {campaign.Seed}, liste {campaign.PopulationSha256}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return campaign.Id;
    }
}

/// <summary>What samples are drawn from.</summary>
public static class PaidFiles
{
    /// <summary>The files paid between two days and under no control, as they were known at an instant: what was recorded later is not among them, and what a bank returned later still is.</summary>
    public static IQueryable<Applications.Application> PaidBetween(this InessDbContext db, DateOnly from, DateOnly until, DateTime known)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Applications.Where(file => file.Number != null
            && (db.PaymentClaims.Any(claim => claim.ApplicationId == file.Id && claim.PaidOn >= from && claim.PaidOn <= until)
                || db.LiquidationLines.Any(line => line.ApplicationId == file.Id && line.PaidOn >= from && line.PaidOn <= until && line.RejectedOn != null))
            && db.StatusChanges.Any(change => change.ApplicationId == file.Id && change.Action == FileAction.RecordPayment && change.At <= known
                && !db.StatusChanges.Any(back => back.ApplicationId == file.Id && back.Action == FileAction.RecordRejection && back.At > change.At && back.At <= known))
            && !db.FileControls.Any(control => control.ApplicationId == file.Id && control.OpenedAt < known && (control.EndedAt == null || control.EndedAt > known)));
    }
}
