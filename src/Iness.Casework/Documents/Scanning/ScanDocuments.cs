using Iness.Casework.Audit;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Jobs;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Documents.Scanning;

/// <summary>Has the documents scanned that wait for it. One that is infected is set aside: nobody is ever given its content.</summary>
public sealed class ScanDocuments(InessDbContext db, IDocumentStore store, IVirusScanner scanner, TimeProvider time) : ITimedWork
{
    private const int Batch = 10;
    private const int LongestFinding = 300;

    /// <summary>Longer than the longest scan: past it, whoever had claimed the document is gone.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>Later each time, and for ever: a scanner that comes back finds all that was given meanwhile.</summary>
    private static readonly RetrySchedule Again = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30), int.MaxValue);

    /// <inheritdoc/>
    public string Name => "scan-documents";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var due = await db.Documents.AsNoTracking()
            .Where(document => document.Scan == ScanState.Pending && document.RemovedAt == null && document.ScanDueAt <= now)
            .OrderBy(document => document.ScanDueAt)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        var (clean, infected, later) = (0, 0, 0);
        string? trouble = null;
        foreach (var document in due)
        {
            if (!await ClaimAsync(document, cancellationToken)) continue;
            var answer = await ScanAsync(document, cancellationToken);
            if (answer is ScanAnswer.Unavailable unavailable)
            {
                await PutOffAsync(document, cancellationToken);
                later++;
                trouble = unavailable.Detail;
                continue;
            }

            await NoteAsync(document.Id, answer, cancellationToken);
            if (answer is ScanAnswer.Infected) infected++;
            else if (answer is ScanAnswer.Clean) clean++;
        }

        return Report(clean, infected, later, trouble);
    }

    private static string Report(int clean, int infected, int later, string? trouble)
    {
        if (clean + infected + later == 0) return "Aucun document à analyser.";
        var report = $"Documents analysés : {clean + infected}, dont infectés : {infected}.";
        return later == 0 ? report : $"{report} Remis à plus tard : {later} ({trouble}).";
    }

    /// <summary>Takes a document for a few minutes, unless somebody else just has. A mere lock: the audit log tells what was found, not who held the file.</summary>
    private async Task<bool> ClaimAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var until = time.Instant() + Claim;
        return await db.Documents
            .Where(found => found.Id == document.Id && found.Scan == ScanState.Pending && found.RemovedAt == null && found.ScanDueAt == document.ScanDueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.ScanDueAt, until).SetProperty(found => found.ScanAttempts, found => found.ScanAttempts + 1), cancellationToken) == 1;
    }

    private async Task<ScanAnswer> ScanAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await store.OpenAsync(document.StorageKey, cancellationToken);
            return content is null ? new ScanAnswer.Unavailable(ScanFailure.Failed, "contenu introuvable dans le dépôt de documents") : await scanner.ScanAsync(content, cancellationToken);
        }
        catch (IOException unreadable)
        {
            return new ScanAnswer.Unavailable(ScanFailure.Failed, $"contenu illisible : {unreadable.Message}");
        }
    }

    private async Task PutOffAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var next = time.Instant() + Again.DelayAfter(document.ScanAttempts + 1);
        await db.Documents.Where(found => found.Id == document.Id && found.Scan == ScanState.Pending && found.RemovedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.ScanDueAt, next), cancellationToken);
    }

    /// <summary>A draft shows it on its own page; whoever has filed must be told that what was received is not usable.</summary>
    private async Task WarnAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var filed = await db.Applications.Where(found => found.Id == document.ApplicationId && found.Number != null).Select(found => new { found.Id, found.Number, found.ContactId }).SingleOrDefaultAsync(cancellationToken);
        if (filed is null) return;
        db.Add(OutboxMail.For(
            await db.Users.SingleAsync(account => account.Id == filed.ContactId, cancellationToken),
            $"Un document du dossier {filed.Number} est infecté",
            $"Bonjour,\n\nL'antivirus a trouvé un virus dans « {document.FileName} », joint au dossier {filed.Number}. Ce document est mis à l'écart : personne ne l'ouvrira.\n\n"
            + "Envoyez-en une version saine depuis le suivi de la demande : parmi les pièces si la Région vous la demande, avec un message sinon.\n",
            time.Instant(),
            filed.Id));
    }

    private async Task NoteAsync(Guid id, ScanAnswer answer, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var document = await db.Documents.SingleAsync(found => found.Id == id, cancellationToken);
            if (document.Scan != ScanState.Pending) return;
            document.Scan = answer switch
            {
                ScanAnswer.Clean => ScanState.Clean,
                ScanAnswer.Infected => ScanState.Infected,
                _ => ScanState.NotScanned,
            };
            document.ScanFinding = answer is ScanAnswer.Infected(var signature) ? signature[..Math.Min(signature.Length, LongestFinding)] : null;
            document.ScannedAt = answer is ScanAnswer.NotScanned ? null : time.Instant();
            document.ScanDueAt = null;
            if (document.Scan == ScanState.Infected)
            {
                await db.AwaitAgainAsync(document, cancellationToken);
                await WarnAsync(document, cancellationToken);
            }

            try
            {
                await db.CommitAsync(new(Actor.System, "DocumentScanned", $"document/{id}", document.Scan.ToString()), cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < 3)
            {
                // Its dates were set, or it was taken out, during the scan: what was found is noted over what it is now.
            }
        }
    }
}
