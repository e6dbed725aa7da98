using System.IO.Compression;
using System.Text;
using Iness.Casework.Archives;
using Iness.Casework.Audit;

namespace Iness.Casework.Tests.Archives;

/// <summary>Archives read, checked, and changed as somebody could who has them.</summary>
internal static class ZipFiles
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<byte[]> BytesAsync(PreparedArchive archive)
    {
        using var bytes = new MemoryStream();
        await archive.WriteAsync(bytes, Stop);
        return bytes.ToArray();
    }

    public static async Task<ArchiveVerdict> VerifyAsync(byte[] zip, IAsyncEnumerable<AuditRecord>? log, string? noted)
    {
        using var content = new MemoryStream(zip);
        return await VerifyArchive.ExecuteAsync(content, log, noted, Stop);
    }

    public static async Task<string?> FaultAsync(byte[] zip) => (await VerifyAsync(zip, null, null)).Fault;

    public static Dictionary<string, string> Texts(byte[] zip, string number)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName[(number.Length + 1)..], entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        }, StringComparer.Ordinal);
    }

    public static byte[] Changed(byte[] zip, Action<ZipArchive> change)
    {
        using var bytes = new MemoryStream();
        bytes.Write(zip);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true)) change(archive);
        return bytes.ToArray();
    }

    public static void Replace(ZipArchive archive, string path, string text)
    {
        if (archive.Mode == ZipArchiveMode.Update) archive.GetEntry(path)?.Delete();
        using var entry = archive.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Another content, and every list of digests made to agree with it.</summary>
    public static byte[] ForgedWith(byte[] zip, string number, string path, string text) => Changed(zip, archive =>
    {
        var texts = Texts(zip, number);
        var (before, after) = (ArchivePart.Of(path, Encoding.UTF8.GetBytes(texts[path])), ArchivePart.Of(path, Encoding.UTF8.GetBytes(text)));
        var manifest = texts["manifest-sha256.txt"].Replace(before.Sha256, after.Sha256, StringComparison.Ordinal);
        var tags = texts["tagmanifest-sha256.txt"].Replace(ArchivePart.Of("", Encoding.UTF8.GetBytes(texts["manifest-sha256.txt"])).Sha256, ArchivePart.Of("", Encoding.UTF8.GetBytes(manifest)).Sha256, StringComparison.Ordinal);
        Replace(archive, $"{number}/{path}", text);
        Replace(archive, $"{number}/manifest-sha256.txt", manifest);
        Replace(archive, $"{number}/tagmanifest-sha256.txt", tags);
    });
}
