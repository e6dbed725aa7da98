using System.IO.Compression;
using Iness.Casework.Audit;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using static Iness.Casework.Tests.Archives.ZipFiles;

namespace Iness.Casework.Tests.Archives;

/// <summary>An archive in the hands of anybody: the first thing wrong is named, and a hostile one does no harm.</summary>
public sealed class VerifyArchiveTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("data/donnees/claim.json", "« data/donnees/claim.json » a été altéré.")]
    [InlineData("data/documents/002-rib.pdf", "« data/documents/002-rib.pdf » a été altéré.")]
    [InlineData("manifest-sha256.txt", "« manifest-sha256.txt » a été altéré.")]
    [InlineData("bag-info.txt", "« bag-info.txt » a été altéré.")]
    public async Task Verify_FileAlteredRemovedOrAdded_IsNamed(string path, string sentence)
    {
        await using var files = await EndedFiles.OpenAsync(Engine.Sqlite);
        var number = (await files.PaidAsync()).Number!;
        await using var db = files.Database.Open();
        var zip = await BytesAsync((await files.ArchiveAsync((await db.Applications.SingleAsync(Stop)).Id)).Value);

        Assert.Equal(sentence, await FaultAsync(Changed(zip, archive => Replace(archive, $"{number}/{path}", "autre chose"))));
        Assert.Equal($"« {path} » manque.", await FaultAsync(Changed(zip, archive => archive.GetEntry($"{number}/{path}")!.Delete())));
        Assert.Equal("« data/ajout.txt » a été ajouté : aucune empreinte ne l’annonce.", await FaultAsync(Changed(zip, archive => Replace(archive, $"{number}/data/ajout.txt", "x"))));
    }

    [Fact]
    public async Task Verify_FolderRenamedAsAnotherFile_IsAFault()
    {
        await using var files = await EndedFiles.OpenAsync(Engine.Sqlite);
        var application = await files.PaidAsync();
        var zip = await BytesAsync((await files.ArchiveAsync(application.Id)).Value);
        using var renamed = new MemoryStream();
        using (var read = new ZipArchive(new MemoryStream(zip)))
        using (var written = new ZipArchive(renamed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in read.Entries)
            {
                await using var to = await written.CreateEntry(entry.FullName.Replace(application.Number!, "INESS-2026-000999", StringComparison.Ordinal)).OpenAsync(Stop);
                await using var from = await entry.OpenAsync(Stop);
                await from.CopyToAsync(to, Stop);
            }
        }

        Assert.Null(await FaultAsync(zip));
        Assert.Equal("Le dossier de l’archive a été renommé : elle n’est pas celle de INESS-2026-000999.", await FaultAsync(renamed.ToArray()));
    }

    [Fact]
    public async Task Verify_ArchiveMadeAgainByAForger_IsToldFromTheDigestAndTheLog()
    {
        await using var files = await EndedFiles.OpenAsync(Engine.Sqlite);
        var application = await files.PaidAsync();
        var archive = (await files.ArchiveAsync(application.Id)).Value;
        var zip = await BytesAsync(archive);
        var log = Texts(zip, application.Number!)["data/journal.ndjson"];

        // Every digest is right again; only what was noted elsewhere tells.
        var forged = ForgedWith(zip, application.Number!, "data/donnees/claim.json", "[]");
        Assert.Null(await FaultAsync(forged));
        Assert.Contains("n’est pas celle qui a été notée", (await VerifyAsync(forged, null, archive.ManifestSha256)).Fault, StringComparison.Ordinal);
        Assert.Contains("ne dit pas que cette archive", (await VerifyAsync(forged, files.Log(), null)).Fault, StringComparison.Ordinal);
        // Nor is it enough that the log notes the digest, as that of another file.
        await using (var db = files.Database.Open())
            await db.NoteAsync(new(Actor.System, "FileArchived", Act.Application(application.Id), $"INESS-2026-000999 : {(await VerifyAsync(forged, null, null)).ManifestSha256}"), Stop);
        Assert.Contains("ne dit pas que cette archive", (await VerifyAsync(forged, files.Log(), null)).Fault, StringComparison.Ordinal);
        // A line of the log cannot be written anew without its hash.
        Assert.Contains("altérée", await FaultAsync(ForgedWith(zip, application.Number!, "data/journal.ndjson", log.Replace("FileEnded", "FileOpened", StringComparison.Ordinal))), StringComparison.Ordinal);
        // One taken out shows against the whole log.
        var shorter = ForgedWith(zip, application.Number!, "data/journal.ndjson", string.Join('\n', log.Split('\n').Where((_, index) => index != 0)));
        Assert.Contains("manque à l’extrait", (await VerifyAsync(shorter, files.Log(), null)).Fault, StringComparison.Ordinal);
        Assert.Contains("est vide", await FaultAsync(ForgedWith(zip, application.Number!, "data/journal.ndjson", "")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil.txt", "désigne un autre endroit")]
    [InlineData("INESS-2026-000001/../../evil.txt", "désigne un autre endroit")]
    [InlineData("/etc/passwd", "désigne un autre endroit")]
    [InlineData("INESS-2026-000001\\data\\x", "désigne un autre endroit")]
    [InlineData("autre/data/x", "n’est pas dans le dossier de l’archive")]
    [InlineData("INESS-2026-000001/data/x", "« bagit.txt » manque.")]
    public async Task Verify_HostileNames_AreAFault(string name, string part)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) Replace(zip, name, "x");
        Assert.Contains(part, await FaultAsync(bytes.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WhatIsNoArchive_IsAFault()
    {
        Assert.Contains("n’est pas une archive ZIP", await FaultAsync("PK et rien d'autre"u8.ToArray()), StringComparison.Ordinal);
        await using var files = await EndedFiles.OpenAsync(Engine.Sqlite);
        var zip = await BytesAsync((await files.ArchiveAsync((await files.WithdrawnAsync()).Id)).Value);
        Assert.Contains("n’est pas une archive ZIP", await FaultAsync(zip[..(zip.Length / 2)]), StringComparison.Ordinal);
        // A size that lies: the entry unpacks to more than it says.
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true)) Replace(archive, "INESS-2026-000001/bagit.txt", new string('a', 70 * 1024 * 1024));
        Assert.Contains("plus grand", await FaultAsync(bomb.ToArray()), StringComparison.Ordinal);
    }
}
