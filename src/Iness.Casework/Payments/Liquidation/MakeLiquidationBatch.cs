using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Audit;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>
/// Gathers the settled claims of a budget year into one request to finance: numbered, totalled, hashed, and never changed. What may no
/// longer be paid as it stands is left out by name.
/// </summary>
public sealed class MakeLiquidationBatch(InessDbContext db, TimeProvider time)
{
    /// <summary>Most payments of a batch; the others wait for the next.</summary>
    public const int Most = 1000;

    private const string Taken = "Quelqu'un d'autre vient de préparer un lot : rechargez la page.";

    /// <summary>Makes it.</summary>
    /// <param name="year">Budget year.</param>
    /// <param name="who">Who makes it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Its number, and what was left out.</returns>
    public async Task<Outcome<MadeBatch>> ExecuteAsync(int year, Actor who, CancellationToken cancellationToken)
    {
        if (!await db.HoldsAsync(who, Right.Liquidate, cancellationToken)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas de préparer une liquidation.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        // One batch is made at a time: no claim is in two, no number is given twice or skipped.
        await db.Locked(db.Envelopes).AsNoTracking().ToListAsync(cancellationToken);
        var settled = await db.SettledClaims().AsNoTracking().Where(claim => claim.BudgetYear == year).OrderBy(claim => claim.Number).Take(Most).ToListAsync(cancellationToken);
        if (settled.Count == 0) return Outcome.Refused(Refusal.Conflict, $"Aucun versement validé de {year} n'attend d'être liquidé.");
        var gathered = await db.GatherAsync(settled, cancellationToken);
        if (gathered.Lines.Count == 0) return Outcome.Refused(Refusal.Conflict, $"Aucun de ces versements ne peut être liquidé. {string.Join(' ', gathered.LeftOut)}");

        var now = time.Instant();
        var number = await NextAsync(year, cancellationToken);
        var items = gathered.Lines.ConvertAll(line => line.Item);
        var (csv, json) = (LiquidationFile.Csv(number, year, items), LiquidationFile.Json(number, year, now.DayInParis(), items));
        var batch = new LiquidationBatch
        {
            Id = Guid.CreateVersion7(now),
            Number = number,
            BudgetYear = year,
            CreatedBy = who.AccountId!.Value,
            CreatedAt = now,
            Count = items.Count,
            Total = items.Aggregate(Money.Zero, (sum, item) => sum + item.Amount),
            Csv = csv,
            CsvSha256 = Sha256(csv),
            Json = json,
            JsonSha256 = Sha256(json),
        };
        db.Add(batch);
        db.AddRange(gathered.Lines.Select(line => new LiquidationLine
        {
            Id = Guid.CreateVersion7(now),
            BatchId = batch.Id,
            ClaimId = line.Claim.ClaimId,
            ApplicationId = line.Claim.ApplicationId,
            FileNumber = line.Claim.Number,
            Amount = line.Item.Amount,
            BankAccountId = line.Account.Id,
        }));
        try
        {
            await db.CommitAsync(new(who, "LiquidationMade", SubjectOf(batch), $"{number} : {batch.Count} versements, {batch.Total}, CSV {batch.CsvSha256}"), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            return Outcome.Refused(Refusal.Conflict, Taken);
        }

        return new MadeBatch(number, gathered.LeftOut);
    }

    /// <summary>SHA-256 of a file, in hexadecimal.</summary>
    internal static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What the log says a batch is.</summary>
    internal static string SubjectOf(LiquidationBatch batch) => $"liquidation/{batch.Id}";

    private async Task<string> NextAsync(int year, CancellationToken cancellationToken)
    {
        var count = await db.LiquidationBatches.CountAsync(batch => batch.BudgetYear == year, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"LIQ-{year:0000}-{count + 1:0000}");
    }
}

/// <summary>A batch made.</summary>
/// <param name="Number">Its number.</param>
/// <param name="LeftOut">What may not be paid as it stands, each with its reason.</param>
public sealed record MadeBatch(string Number, IReadOnlyList<string> LeftOut);
