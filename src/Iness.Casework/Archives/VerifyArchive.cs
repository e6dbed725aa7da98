using System.Text;
using Iness.Casework.Audit;

namespace Iness.Casework.Archives;

/// <summary>
/// Checks the archive of a file, without the portal and without writing anything: every digest, nothing missing, nothing added, the lines of the
/// audit log by their own hashes; and against the whole exported log, when there is one, that each of them is in it and none of them is missing.
/// </summary>
public static class VerifyArchive
{
    /// <summary>Checks it, and stops at the first thing wrong.</summary>
    /// <param name="archive">The ZIP, from its beginning.</param>
    /// <param name="log">The whole log, exported; null to do without.</param>
    /// <param name="noted">The digest noted when it was made; null to do without.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<ArchiveVerdict> ExecuteAsync(Stream archive, IAsyncEnumerable<AuditRecord>? log, string? noted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(archive);
        try
        {
            await using var opened = await OpenedArchive.OpenAsync(archive, cancellationToken);
            var digest = await VerifyTagsAsync(opened, noted, cancellationToken);
            var files = await VerifyPayloadAsync(opened, cancellationToken);
            var extract = await ArchivedLog.ReadAsync(await opened.BytesAsync(ArchiveLayout.Log, cancellationToken), cancellationToken);
            if (log is not null) await extract.VerifyInAsync(log, opened.Number, digest, cancellationToken);
            return new(null, opened.Number, files, extract.Count, digest);
        }
        catch (ArchiveFaultException fault)
        {
            return new(fault.Message);
        }
        catch (InvalidDataException)
        {
            return new("Ce fichier n’est pas une archive ZIP lisible, ou il a été tronqué.");
        }
    }

    private static async Task<string> VerifyTagsAsync(OpenedArchive opened, string? noted, CancellationToken cancellationToken)
    {
        var declaration = await opened.BytesAsync(ArchiveLayout.Declaration, cancellationToken);
        if (Encoding.UTF8.GetString(declaration) != ArchiveLayout.DeclarationText) throw new ArchiveFaultException($"« {ArchiveLayout.Declaration} » a été altéré.");
        var digest = await opened.HashAsync(ArchiveLayout.TagManifest, cancellationToken);
        if (noted is not null && noted != digest) throw new ArchiveFaultException($"L’empreinte de l’archive n’est pas celle qui a été notée : elle est {digest}.");
        var tags = await opened.ManifestAsync(ArchiveLayout.TagManifest, cancellationToken);
        foreach (var path in ArchiveLayout.Tags.Concat(tags.Keys))
        {
            if (!tags.TryGetValue(path, out var expected) || !ArchiveLayout.Tags.Contains(path)) throw new ArchiveFaultException($"« {ArchiveLayout.TagManifest} » a été altéré.");
            if (await opened.HashAsync(path, cancellationToken) != expected) throw new ArchiveFaultException($"« {path} » a été altéré.");
        }

        // The folder's name is in no digest: what the archive says of itself is.
        var description = Encoding.UTF8.GetString(await opened.BytesAsync(ArchiveLayout.Description, cancellationToken));
        return description.Split('\n').Contains(ArchiveLayout.IdentifierOf(opened.Number)) ? digest : throw new ArchiveFaultException($"Le dossier de l’archive a été renommé : elle n’est pas celle de {opened.Number}.");
    }

    private static async Task<int> VerifyPayloadAsync(OpenedArchive opened, CancellationToken cancellationToken)
    {
        var manifest = await opened.ManifestAsync(ArchiveLayout.Manifest, cancellationToken);
        foreach (var (path, expected) in manifest)
        {
            if (!path.StartsWith(ArchiveLayout.Payload, StringComparison.Ordinal)) throw new ArchiveFaultException($"« {path} » n’a rien à faire dans « {ArchiveLayout.Manifest} ».");
            if (await opened.HashAsync(path, cancellationToken) != expected) throw new ArchiveFaultException($"« {path} » a été altéré.");
        }

        var added = opened.Paths.FirstOrDefault(path => !manifest.ContainsKey(path) && path != ArchiveLayout.TagManifest && !ArchiveLayout.Tags.Contains(path));
        return added is null ? manifest.Count : throw new ArchiveFaultException($"« {added} » a été ajouté : aucune empreinte ne l’annonce.");
    }
}
