using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Iness.Casework.Documents.Kinds;

namespace Iness.Casework.Archives;

/// <summary>
/// The files of an archive, whoever made it: nothing is written anywhere, each is read as a stream, its bytes are counted, and what must be held
/// is bounded. A name that would leave the archive's folder, or that two files share, is a fault.
/// </summary>
internal sealed partial class OpenedArchive : IAsyncDisposable
{
    /// <summary>More than the documents of a file can weigh.</summary>
    private const long MostUnpacked = 4L * 1024 * 1024 * 1024;

    /// <summary>More than a list of digests or the log of a file can weigh.</summary>
    private const int MostText = 64 * 1024 * 1024;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);

    private OpenedArchive(ZipArchive zip) => this.zip = zip;

    /// <summary>Number of the file, which is the name of its folder.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The paths of its files, in its folder.</summary>
    public IEnumerable<string> Paths => entries.Keys;

    public static async Task<OpenedArchive> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        // The directory is read within bounds before anything believes what it claims.
        if (await ZipDirectory.ReadAsync(content, cancellationToken) is not { } directory) throw new ArchiveFaultException("Ce fichier n’est pas une archive ZIP lisible, ou il dépasse ce qu’un dossier peut peser.");
        if (directory.FirstOrDefault(entry => entry.IsEncrypted) is { } locked) throw new ArchiveFaultException($"« {locked.Name} » est chiffré : une archive de dossier ne l’est jamais.");
        content.Position = 0;
        var opened = new OpenedArchive(await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken));
        try
        {
            opened.ReadNames();
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Digest of a file.</summary>
    public async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await ReadAsync(path, MostUnpacked, bytes => sha256.AppendData(bytes.Span), cancellationToken);
        return Convert.ToHexStringLower(sha256.GetHashAndReset());
    }

    /// <summary>The bytes of a small file.</summary>
    public async Task<byte[]> BytesAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>();
        await ReadAsync(path, MostText, read => bytes.Write(read.Span), cancellationToken);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The digests that a list gives, by path.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ManifestAsync(string path, CancellationToken cancellationToken)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = Encoding.UTF8.GetString(await BytesAsync(path, cancellationToken));
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ManifestLine().Match(line) is not { Success: true } match || !digests.TryAdd(match.Groups["path"].Value, match.Groups["hash"].Value))
                throw new ArchiveFaultException($"« {path} » n’est pas une liste d’empreintes : une de ses lignes ne se lit pas, ou vient deux fois.");
        }

        return digests;
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private void ReadNames()
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (name.Contains('\\', StringComparison.Ordinal) || name.Any(char.IsControl) || name.Split('/').Any(part => part is "" or "." or ".."))
                throw new ArchiveFaultException($"« {Shown(name)} » n’est pas un nom de fichier d’une archive : il désigne un autre endroit.");
            var (folder, path) = (name[..Math.Max(0, name.IndexOf('/', StringComparison.Ordinal))], name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            if (Number.Length == 0 && FileNumber().IsMatch(folder)) Number = folder;
            if (folder != Number || Number.Length == 0) throw new ArchiveFaultException($"« {Shown(name)} » n’est pas dans le dossier de l’archive, qui porte le numéro de la demande.");
            if (!known.Add(path)) throw new ArchiveFaultException($"« {Shown(path)} » vient deux fois.");
            entries.Add(path, entry);
        }

        if (Number.Length == 0) throw new ArchiveFaultException("Cette archive est vide.");
        long unpacked = 0;
        if (zip.Entries.Any(entry => (unpacked += Math.Min(entry.Length, MostUnpacked)) > MostUnpacked)) throw new ArchiveFaultException("Cette archive se déplie en plus de 4 Go : aucun dossier ne pèse autant.");
    }

    private async Task ReadAsync(string path, long most, Action<ReadOnlyMemory<byte>> take, CancellationToken cancellationToken)
    {
        if (!entries.TryGetValue(path, out var entry)) throw new ArchiveFaultException($"« {path} » manque.");
        if (entry.Length > most) throw new ArchiveFaultException($"« {path} » est plus grand qu’un dossier ne peut l’avoir écrit.");
        var buffer = new byte[1 << 16];
        try
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            var length = 0L;
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; take(buffer.AsMemory(0, read)))
            {
                // What is unpacked is counted: the directory says what it likes.
                if ((length += read) > entry.Length) throw new ArchiveFaultException($"« {path} » se déplie plus grand qu’annoncé.");
            }
        }
        catch (InvalidDataException)
        {
            throw new ArchiveFaultException($"« {path} » ne se lit pas.");
        }
    }

    private static string Shown(string name) => string.Concat(name.Take(100).Select(c => char.IsControl(c) ? '?' : c));

    [GeneratedRegex("^INESS-[0-9]{4}-[0-9]{6}$")]
    private static partial Regex FileNumber();

    [GeneratedRegex("^(?<hash>[0-9a-f]{64})  (?<path>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ManifestLine();
}
