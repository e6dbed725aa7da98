using System.Text.Json;
using Iness.Casework.Archives;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using static Iness.Casework.Tests.Archives.ZipFiles;

namespace Iness.Casework.Tests.Archives;

/// <summary>The archive of a file that has ended: whole, without secrets, and noted.</summary>
public sealed class ArchiveFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Archive_PaidFile_HoldsAllOfItAndIsIntact(Engine engine)
    {
        await using var files = await EndedFiles.OpenAsync(engine);
        var application = await files.PaidAsync();
        var archive = (await files.ArchiveAsync(application.Id)).Value;
        var zip = await BytesAsync(archive);

        var verdict = await VerifyAsync(zip, files.Log(), archive.ManifestSha256);
        Assert.Equal((null, application.Number, archive.ManifestSha256), (verdict.Fault, verdict.Number, verdict.ManifestSha256));
        var texts = Texts(zip, application.Number!);
        Assert.All(FileTables.All.Where(table => table.IsArchived), table => Assert.Contains($"data/donnees/{table.Name}.json", texts.Keys));
        // Answers are kept as filed; no missing item was listed; every other table has a row.
        Assert.Equal(["data/donnees/missing-items.json"], texts.Where(text => text.Key.StartsWith("data/donnees/", StringComparison.Ordinal) && text.Value.Trim() == "[]").Select(text => text.Key));
        Assert.Equal("Secret du dossier : facture n° 1.pdf", texts["data/documents/001-facture n° 1.pdf"]);
        Assert.Equal("Secret du dossier : devis 40 %.pdf", texts["data/documents/003-devis 40 _.pdf"]);
        Assert.Equal("<!DOCTYPE html><p>Accordé", texts["data/textes/decisions-01-letter.html"]);
        using var claim = JsonDocument.Parse(texts["data/donnees/claim.json"]);
        Assert.Equal("data/textes/claim-01-facts.json", claim.RootElement[0].GetProperty("facts").GetString());
        using var decisions = JsonDocument.Parse(texts["data/donnees/decisions.json"]);
        Assert.Equal(2400.00m, decisions.RootElement[0].GetProperty("amount").GetDecimal());
        Assert.Contains("Amina Lefèvre", texts["data/donnees/people.json"], StringComparison.Ordinal);
        var whole = string.Concat(texts.Where(text => text.Key.StartsWith("data/donnees/", StringComparison.Ordinal)).Select(text => text.Value));
        Assert.DoesNotContain("cle-secrete", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("tokenHash", whole, StringComparison.Ordinal);

        await using var db = files.Database.Open();
        Assert.Equal(archive.ManifestSha256, (await db.FileArchives.SingleAsync(Stop)).ManifestSha256);
        Assert.Contains(archive.ManifestSha256, (await db.AuditLog.SingleAsync(entry => entry.Action == "FileArchived", Stop)).Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_FileThatGoesOnOrLostADocument_IsRefused()
    {
        await using var files = await EndedFiles.OpenAsync(Engine.Sqlite);
        await using var db = files.Database.Open();
        var open = await db.UnderReviewAsync(files.Database.Clock, files.People);
        Assert.Equal(Refusal.Conflict, (await files.ArchiveAsync(open.Id)).Refusal);
        Assert.Equal(Refusal.NotFound, (await files.ArchiveAsync(Guid.CreateVersion7())).Refusal);

        var paid = await files.PaidAsync();
        Assert.Equal(Refusal.NotAllowed, (await files.ArchiveAsync(paid.Id, Role.Officer)).Refusal);
        await files.Store.DeleteAsync((await db.Documents.FirstAsync(document => document.FileName == "rib.pdf", Stop)).StorageKey, Stop);
        Assert.Contains("rib.pdf", (await files.ArchiveAsync(paid.Id)).Message, StringComparison.Ordinal);
        Assert.False(await db.FileArchives.AnyAsync(Stop));
    }
}
