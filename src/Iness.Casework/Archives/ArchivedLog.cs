using System.Runtime.CompilerServices;
using Iness.Casework.Audit;

namespace Iness.Casework.Archives;

/// <summary>The lines of the audit log that an archive holds: those about its file. They are no whole chain: each is checked by its own hash, and by the next one's where the two follow each other.</summary>
internal sealed class ArchivedLog
{
    private readonly Dictionary<long, string> hashes = [];
    private string subject = "";
    private long last;

    public int Count => hashes.Count;

    public static async Task<ArchivedLog> ReadAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var log = new ArchivedLog();
        try
        {
            using var input = new MemoryStream(bytes, writable: false);
            await foreach (var record in AuditFile.ReadAsync(input, cancellationToken))
                log.Add(record as AuditLine ?? throw new ArchiveFaultException($"« {ArchiveLayout.Log} » dit la fin d’un journal : un extrait n’en a pas."));
        }
        catch (AuditFileException fault)
        {
            throw new ArchiveFaultException($"La ligne {fault.LineNumber} de « {ArchiveLayout.Log} » n’est pas une ligne de journal.");
        }

        return log.Count > 0 ? log : throw new ArchiveFaultException($"« {ArchiveLayout.Log} » est vide : un dossier déposé laisse des lignes.");
    }

    /// <summary>Checks that a whole log is intact, and that what it says of this file is what the archive says.</summary>
    public async Task VerifyInAsync(IAsyncEnumerable<AuditRecord> log, string number, string digest, CancellationToken cancellationToken)
    {
        var (missing, isNoted) = (hashes.Keys.ToHashSet(), false);
        var verdict = await VerifyAudit.ExecuteAsync(Watched(cancellationToken), noted: null, cancellationToken);
        if (verdict.Fault is { } fault) throw new ArchiveFaultException($"Le journal entier n’est pas intact. {fault}");
        if (missing.Count > 0) throw new ArchiveFaultException($"La ligne {missing.Min()} de l’extrait n’est pas dans le journal entier.");
        if (!isNoted) throw new ArchiveFaultException($"Le journal entier ne dit pas que cette archive du dossier {number} a été faite.");

        async IAsyncEnumerable<AuditRecord> Watched([EnumeratorCancellation] CancellationToken stop)
        {
            await foreach (var record in log.WithCancellation(stop))
            {
                if (record is AuditLine line)
                {
                    if (hashes.TryGetValue(line.Sequence, out var hash))
                    {
                        if (hash != line.Hash) throw new ArchiveFaultException($"La ligne {line.Sequence} de l’extrait n’est pas celle du journal entier.");
                        missing.Remove(line.Sequence);
                    }
                    else if (line.Subject == subject && line.Sequence < last)
                    {
                        throw new ArchiveFaultException($"La ligne {line.Sequence} du journal parle de ce dossier et manque à l’extrait.");
                    }

                    isNoted |= line.Subject == subject && line.Action == ArchiveFile.Archived && line.Details?.Contains(ArchiveFile.DetailsOf(number, digest), StringComparison.Ordinal) == true;
                }

                yield return record;
            }
        }
    }

    private void Add(AuditLine line)
    {
        if (subject.Length == 0) subject = line.Subject;
        if (line.Subject != subject || !subject.StartsWith("application/", StringComparison.Ordinal)) throw new ArchiveFaultException($"La ligne {line.Sequence} du journal ne parle pas de ce dossier.");
        if (line.Sequence <= last) throw new ArchiveFaultException($"La ligne {line.Sequence} du journal n’est pas à sa place.");
        if (!line.HasItsDetails) throw new ArchiveFaultException($"La ligne {line.Sequence} du journal a été altérée : ses détails ne sont pas ceux qui ont été écrits.");
        if (line.HashAt(line.Sequence) != line.Hash) throw new ArchiveFaultException($"La ligne {line.Sequence} du journal a été altérée : son empreinte n’est pas celle de son contenu.");
        if (hashes.TryGetValue(line.Sequence - 1, out var before) && line.PreviousHash != before) throw new ArchiveFaultException($"La ligne {last} du journal a été remplacée : la suivante est enchaînée à une autre.");
        hashes.Add(line.Sequence, line.Hash);
        last = line.Sequence;
    }
}
