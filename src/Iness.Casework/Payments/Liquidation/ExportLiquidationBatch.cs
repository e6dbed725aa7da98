using Iness.Casework.Audit;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>The two files of a batch.</summary>
public enum LiquidationFormat
{
    /// <summary>CSV.</summary>
    Csv,

    /// <summary>JSON.</summary>
    Json,
}

/// <summary>Gives the file of a batch, the same for ever. The first time, the batch is noted as sent to finance; each time, the log says who took it.</summary>
public sealed class ExportLiquidationBatch(InessDbContext db, TimeProvider time)
{
    /// <summary>Gives it.</summary>
    public async Task<Outcome<string>> ExecuteAsync(string number, LiquidationFormat format, Actor who, CancellationToken cancellationToken)
    {
        if (!await db.HoldsAsync(who, Right.Liquidate, cancellationToken)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas de télécharger une liquidation.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        var batch = await db.LiquidationBatches.SingleOrDefaultAsync(found => found.Number == number, cancellationToken);
        if (batch is null) return Outcome.NotFound;
        var (file, sha256) = format == LiquidationFormat.Csv ? (batch.Csv, batch.CsvSha256) : (batch.Json, batch.JsonSha256);
        // A file that is no longer the one that was made is given to nobody.
        if (MakeLiquidationBatch.Sha256(file) != sha256) throw new InvalidOperationException($"The {format} of {number} is not what was made: its SHA-256 differs.");
        var act = new Act(who, "LiquidationExported", MakeLiquidationBatch.SubjectOf(batch), $"{number}, {format}");
        if (batch.ExportedAt is null)
        {
            (batch.ExportedAt, batch.ExportedBy) = (time.Instant(), who.AccountId);
            try
            {
                await db.CommitAsync(act, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return Outcome.Refused(Refusal.Conflict, "Quelqu'un d'autre vient de télécharger ce lot : rechargez la page.");
            }
        }
        else
        {
            await db.NoteAsync(act, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return file;
    }
}
