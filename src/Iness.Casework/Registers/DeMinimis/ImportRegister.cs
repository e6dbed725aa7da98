using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>
/// Imports the public file of the national de minimis register as a new generation. It is written in batches beside the one that is read, so
/// that the portal reads and writes meanwhile; one last small transaction makes it current, and the one before is then erased, in batches too.
/// </summary>
public sealed class ImportRegister(InessDbContext db, TimeProvider time)
{
    /// <summary>Refused rows that are told one by one; all are counted.</summary>
    public const int Told = 20;

    /// <summary>Small enough for a write of the portal never to wait long: rows are read between two batches, while nothing is held.</summary>
    private const int Batch = 5_000;

    /// <summary>An import that has not ended after so long was stopped short.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(6);

    /// <summary>Imports it.</summary>
    public async Task<Outcome<RegisterImported>> ExecuteAsync(Stream file, Actor who, CancellationToken cancellationToken)
    {
        using var rows = new RegisterFile(file);
        try
        {
            if (await rows.ReadHeaderAsync(cancellationToken) is { Count: > 0 } missing) return Outcome.Refused(Refusal.Invalid, $"Ce n'est pas le registre national : il manque {string.Join(", ", missing)} dans l'en-tête.");
            await db.Database.OpenConnectionAsync(cancellationToken);
            // The index is written out of order: what it needs again stays in memory.
            if (db is SqliteInessDbContext) await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -64000", cancellationToken);
            var import = new RegisterImport { Source = RegisterSource.File, StartedAt = time.Instant() };
            db.Add(import);
            await db.SaveChangesAsync(cancellationToken);
            try
            {
                var refused = await WriteAsync(import, rows, cancellationToken);
                if (import.Rows + import.OtherIdentifiers == 0) return await EmptyAsync(import.Id, cancellationToken);
                await MakeCurrentAsync(import, rows.Sha256, who, cancellationToken);
                await EraseOthersAsync(import, cancellationToken);
                return new RegisterImported(import.Rows, import.OtherIdentifiers, import.Refused, refused, import.FileSha256!);
            }
            catch
            {
                if (!import.IsCurrent) await EraseAsync(import.Id, CancellationToken.None);
                throw;
            }
        }
        catch (InvalidDataException)
        {
            return Outcome.Refused(Refusal.Invalid, $"Ligne {rows.Line} : un guillemet n'est jamais refermé. Rien n'est importé.");
        }
    }

    private async Task<List<RefusedRow>> WriteAsync(RegisterImport import, RegisterFile rows, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedRow>();
        var batch = new List<RegisteredAid>(Batch);
        var bulk = new BulkWriter(db);
        while (await rows.ReadAsync(cancellationToken))
        {
            var read = rows.Row(import.Id);
            if (read.Aid is { } aid)
            {
                batch.Add(aid);
            }
            else if (read.Refusal is { } reason)
            {
                import.Refused++;
                if (refused.Count < Told) refused.Add(new(rows.Line, reason));
            }
            else
            {
                import.OtherIdentifiers++;
            }

            if (batch.Count == Batch) await FlushAsync();
        }

        await FlushAsync();
        return refused;

        async Task FlushAsync()
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            await bulk.WriteAsync(batch, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            import.Rows += batch.Count;
            batch.Clear();
        }
    }

    private async Task MakeCurrentAsync(RegisterImport import, string sha256, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.RegisterImports.Where(other => other.Source == RegisterSource.File && other.IsCurrent).ExecuteUpdateAsync(set => set.SetProperty(other => other.IsCurrent, false), cancellationToken);
        (import.FileSha256, import.FinishedAt, import.IsCurrent) = (sha256, time.Instant(), true);
        try
        {
            await db.NoteAsync(new(who, "DeMinimisRegisterImported", $"register-import/{import.Id}",
                $"Fichier {sha256} : {import.Rows} lignes, {import.OtherIdentifiers} sans SIREN, {import.Refused} refusées."), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch
        {
            import.IsCurrent = false;
            throw;
        }
    }

    /// <summary>Those before, and those that stopped short: another one that is under way is left alone.</summary>
    private async Task EraseOthersAsync(RegisterImport import, CancellationToken cancellationToken)
    {
        var abandoned = time.Instant() - Abandoned;
        var others = await db.RegisterImports.Where(other => other.Id != import.Id && other.Source == RegisterSource.File && !other.IsCurrent && (other.FinishedAt != null || other.StartedAt < abandoned))
            .Select(other => other.Id).ToListAsync(cancellationToken);
        foreach (var other in others) await EraseAsync(other, cancellationToken);
    }

    private async Task EraseAsync(int id, CancellationToken cancellationToken)
    {
        var last = await db.RegisteredAids.Where(aid => aid.ImportId == id).MaxAsync(aid => (int?)aid.Line, cancellationToken) ?? 0;
        for (var line = 0; line < last; line += Batch)
            await db.RegisteredAids.Where(aid => aid.ImportId == id && aid.Line > line && aid.Line <= line + Batch).ExecuteDeleteAsync(cancellationToken);
        await db.RegisterImports.Where(import => import.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<Outcome<RegisterImported>> EmptyAsync(int id, CancellationToken cancellationToken)
    {
        await EraseAsync(id, cancellationToken);
        return Outcome.Refused(Refusal.Invalid, "Aucune ligne du fichier n'est lisible : rien n'est importé, et le registre lu reste celui d'avant.");
    }
}
