using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>
/// Imports the public file of the national de minimis register as a new generation. It is read whole and put in order first, while nothing is
/// held; then written in batches beside the one that is read, so that the portal reads and writes meanwhile. One last small transaction makes it
/// current, and the one before is then erased, in batches too.
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
        using var sorted = new SortedRegister();
        var import = new RegisterImport { Source = RegisterSource.File, StartedAt = time.Instant() };
        IReadOnlyList<RefusedRow> refused;
        try
        {
            if (await rows.ReadHeaderAsync(cancellationToken) is { Count: > 0 } missing) return Outcome.Refused(Refusal.Invalid, $"Ce n'est pas le registre national : il manque {string.Join(", ", missing)} dans l'en-tête.");
            refused = await SortAsync(import, rows, sorted, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return Outcome.Refused(Refusal.Invalid, $"Ligne {rows.Line} : un guillemet n'est jamais refermé. Rien n'est importé.");
        }

        if (sorted.Count + import.OtherIdentifiers == 0) return Outcome.Refused(Refusal.Invalid, "Aucune ligne du fichier n'est lisible : rien n'est importé, et le registre lu reste celui d'avant.");
        await WriteAsync(import, sorted, rows.Sha256, who, cancellationToken);
        return new RegisterImported(import.Rows, import.OtherIdentifiers, import.Refused, refused, import.FileSha256!);
    }

    private static async Task<List<RefusedRow>> SortAsync(RegisterImport import, RegisterFile rows, SortedRegister sorted, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedRow>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var read = rows.Row();
            if (read.Aid is { } aid)
            {
                await sorted.AddAsync(aid);
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
        }

        await sorted.CompleteAsync();
        return refused;
    }

    private async Task WriteAsync(RegisterImport import, SortedRegister sorted, string sha256, Actor who, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            db.Add(import);
            await db.SaveChangesAsync(cancellationToken);
            var bulk = new BulkWriter(db);
            await SetPaceAsync(isHurried: true, cancellationToken);
            foreach (var batch in sorted.Read(import.Id).Chunk(Batch))
            {
                await using var transaction = await db.BeginAsync(cancellationToken);
                // What a failure of the server loses of it goes with an import that is not current.
                if (db is PostgresInessDbContext) await db.Database.ExecuteSqlRawAsync("SET LOCAL synchronous_commit = off", cancellationToken);
                await bulk.WriteAsync(batch, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                import.Rows += batch.Length;
            }

            await SetPaceAsync(isHurried: false, cancellationToken);
            await MakeCurrentAsync(import, sha256, who, cancellationToken);
            await EraseOthersAsync(import, cancellationToken);
        }
        catch when (!import.IsCurrent)
        {
            await EraseAsync(import.Id, CancellationToken.None);
            throw;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// Batches are not waited for on the disk, and go into the file less often: what a power cut takes of them goes with an import that is not current.
    /// What makes them current is waited for, and all that was written before it.
    /// </summary>
    private async Task SetPaceAsync(bool isHurried, CancellationToken cancellationToken)
    {
        if (db is SqliteInessDbContext)
            await db.Database.ExecuteSqlRawAsync(isHurried ? "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000" : "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1000", cancellationToken);
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
}
