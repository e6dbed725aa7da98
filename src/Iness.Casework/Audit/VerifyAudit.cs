namespace Iness.Casework.Audit;

/// <summary>
/// Checks a log line by line, holding only one, and stops at the first that was altered, removed, moved or added. Reads on only to
/// tell a line moved from a line removed.
/// </summary>
public static class VerifyAudit
{
    // How far a line renumbered by hand is looked for from where it was written.
    private const int Reach = 1000;

    /// <summary>Checks the records of a log, in the order they are read.</summary>
    /// <param name="records">Its lines, then its end.</param>
    /// <param name="noted">A hash noted elsewhere, that one of the lines must carry; null for none.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<AuditVerdict> ExecuteAsync(IAsyncEnumerable<AuditRecord> records, string? noted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var (last, hash, seen) = (0L, AuditChain.Origin, noted is null || noted == AuditChain.Origin);
        AuditEnd? end = null;
        var reader = records.GetAsyncEnumerator(cancellationToken);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.MoveNextAsync())
            {
                if (end is not null) return new(last + 1, $"La ligne {last + 1} a été ajoutée : elle vient après la fin du journal.", hash);
                if (reader.Current is AuditEnd read) end = read;
                if (reader.Current is not AuditLine line) continue;
                if (line.Sequence > last + 1) return await AfterGapAsync(reader, last, line.Sequence, hash);
                if (FaultOf(line, last, hash) is { } fault) return new(fault.Sequence, fault.Sentence, hash);
                (last, hash) = (line.Sequence, line.Hash);
                seen |= hash == noted;
            }
        }

        if (FaultAtEnd(end, last, hash) is { } wrong) return new(wrong.Sequence, wrong.Sentence, hash);
        return new(last, seen ? null : $"Aucune des {last} lignes ne porte l’empreinte notée : le journal a été réécrit, ou coupé avant elle.", hash);
    }

    private static (long Sequence, string Sentence)? FaultOf(AuditLine line, long last, string hash)
    {
        var sequence = line.Sequence;
        if (sequence < 1) return (sequence, $"La ligne {sequence} a été ajoutée : le journal commence à la ligne 1.");
        if (sequence <= last) return (sequence, $"La ligne {sequence} a été ajoutée ou déplacée : ce rang est déjà passé.");
        if (!line.HasItsDetails) return (sequence, $"La ligne {sequence} a été altérée : ses détails ne sont pas ceux qui ont été écrits.");
        if (line.HashAt(sequence) != line.Hash)
        {
            return PlaceOf(line) is { } place
                ? (sequence, $"La ligne {sequence} n’est pas à sa place : elle a été écrite à la ligne {place}.")
                : (sequence, $"La ligne {sequence} a été altérée : son empreinte n’est pas celle de son contenu.");
        }

        if (line.PreviousHash == hash) return null;
        // A line whose own hash is right keeps the hash it was chained to: it is the one before that was written anew.
        return last == 0
            ? (sequence, $"La ligne {sequence} a été altérée : elle n’est pas enchaînée au début du journal.")
            : (last, $"La ligne {last} a été remplacée : la ligne {sequence} est enchaînée à une autre.");
    }

    private static long? PlaceOf(AuditLine line)
    {
        for (var distance = 1; distance <= Reach; distance++)
        {
            if (line.HashAt(line.Sequence + distance) == line.Hash) return line.Sequence + distance;
            if (line.HashAt(line.Sequence - distance) == line.Hash) return line.Sequence - distance;
        }

        return null;
    }

    private static async Task<AuditVerdict> AfterGapAsync(IAsyncEnumerator<AuditRecord> reader, long last, long found, string hash)
    {
        var missing = last + 1;
        while (await reader.MoveNextAsync())
        {
            if (reader.Current is AuditLine line && line.Sequence == missing)
                return new(missing, $"La ligne {missing} a été déplacée : elle vient après la ligne {found}.", hash);
        }

        return new(missing, $"La ligne {missing} a été retirée : la ligne {found} vient à sa place.", hash);
    }

    private static (long Sequence, string Sentence)? FaultAtEnd(AuditEnd? end, long last, string hash) => end switch
    {
        null => (last + 1, $"La fin du journal manque après la ligne {last} : la ligne {last + 1} et les suivantes ont pu être retirées."),
        _ when end.Sequence > last => (last + 1, $"La ligne {last + 1} a été retirée : le journal allait jusqu’à la ligne {end.Sequence}."),
        _ when end.Sequence < last => (end.Sequence + 1, $"La ligne {end.Sequence + 1} a été ajoutée : le journal s’arrêtait à la ligne {end.Sequence}."),
        _ when end.Hash != hash => (last, $"La ligne {last} a été remplacée : la fin du journal porte une autre empreinte."),
        _ => null,
    };
}
