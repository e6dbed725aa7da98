using Iness.Casework;
using Iness.Casework.Archives;
using Iness.Casework.Audit;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Lifecycle;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.EndToEnd.Tests.Terminal;

/// <summary>The archive of a file, checked by somebody who has nothing else.</summary>
public sealed class ArchiveTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_ArchiveWithAndWithoutTheLog_SaysWhatItIs()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var folder = ScratchFolder.New();
        var (zip, log) = (Path.Combine(folder, "dossier.zip"), Path.Combine(folder, "journal.ndjson"));
        var digest = await ArchiveAsync(database, zip);
        await File.WriteAllTextAsync(log, (await Iness.RunAsync("", "audit", "export", "--sqlite", database.Connection)).Output, Stop);

        var alone = await Iness.RunAsync("", "audit", "verify", zip);
        var inLog = await Iness.RunAsync("", "audit", "verify", zip, "--log", log, "--head", digest);
        Assert.Equal((0, 0, ""), (alone.ExitCode, inLog.ExitCode, inLog.Error));
        Assert.StartsWith("Archive intacte : dossier INESS-2026-000001, ", alone.Output, StringComparison.Ordinal);
        Assert.Contains("toutes dans le journal entier", inLog.Output, StringComparison.Ordinal);
        Assert.Contains($"Empreinte de l’archive : {digest}", inLog.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Iness.RunAsync("", "audit", "verify", zip, "--head", new string('a', 64))).ExitCode);

        await File.WriteAllBytesAsync(zip, (await File.ReadAllBytesAsync(zip, Stop))[..^200], Stop);
        var cut = await Iness.RunAsync("", "audit", "verify", zip);
        Assert.Equal((1, ""), (cut.ExitCode, cut.Error));
        Assert.StartsWith("Ce fichier n’est pas une archive ZIP lisible", cut.Output, StringComparison.Ordinal);
    }

    private static async Task<string> ArchiveAsync(TestDatabase database, string path)
    {
        await using var db = database.Open();
        var people = await db.DecisionPeopleAsync(database.Clock, "900100017");
        var id = (await db.UnderReviewAsync(database.Clock, people)).Id;
        (await db.Applications.SingleAsync(found => found.Id == id, Stop)).Move(FileAction.Withdraw, people.Applicant.AsActor(), database.Clock.Instant());
        await db.CommitAsync(new(people.Applicant.AsActor(), "ApplicationWithdrawn", Act.Application(id)), Stop);
        var archive = (await new ArchiveFile(db, new EmptyStore(), database.Clock).ExecuteAsync(id, people.Lead.AsActor(), Stop)).Value;
        await using var file = File.Create(path);
        await archive.WriteAsync(file, Stop);
        return archive.ManifestSha256;
    }

    /// <summary>The file has no document.</summary>
    private sealed class EmptyStore : IDocumentStore
    {
        public Task<StoreAnswer> WriteAsync(Stream content, long limit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);

        public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
