using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Documents.Storage;

namespace Iness.Casework.Tests.Documents.Storage;

public sealed class FolderDocumentStoreTests : IDisposable
{
    private const long Limit = 20 * 1024 * 1024;

    private readonly TemporaryFolder folder = new();
    private readonly FolderDocumentStore store;

    public FolderDocumentStoreTests() => store = new(folder.PathOf("documents"), TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Write_AContent_IsMeasuredAndReadBack()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var kept = await WriteAsync(bytes);

        Assert.Equal(bytes.Length, kept.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), kept.Sha256);
        Assert.True(await store.ExistsAsync(kept.Key, Cancellation));
        await using var content = await store.OpenAsync(kept.Key, Cancellation);
        Assert.True(content!.CanSeek);
        Assert.Equal(bytes, await ReadAsync(content));
    }

    [Fact]
    public async Task Write_TwiceTheSame_GivesTwoRandomKeysInSubfolders()
    {
        var first = await WriteAsync("même contenu"u8.ToArray());
        var second = await WriteAsync("même contenu"u8.ToArray());

        Assert.NotEqual(first.Key, second.Key);
        Assert.Equal(first.Sha256, second.Sha256);
        string[] expected = [.. new[] { first.Key, second.Key }.Select(key => Path.Combine("documents", key[..2], key[2..4], key)).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, folder.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Write_ExactlyTheLimit_IsKept()
    {
        var answer = await store.WriteAsync(new StreamOfZeros(Limit), Limit, Cancellation);

        Assert.Equal(Limit, Assert.IsType<StoreAnswer.Stored>(answer).Content.Length);
    }

    [Fact]
    public async Task Write_OneByteOverTheLimit_IsTooLargeAndLeavesNothing()
    {
        var answer = await store.WriteAsync(new StreamOfZeros(Limit + 1), Limit, Cancellation);

        Assert.Equal(new StoreAnswer.TooLarge(Limit), answer);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Write_EndlessContent_StopsSoonAfterTheLimit()
    {
        var endless = new StreamOfZeros(long.MaxValue);

        await store.WriteAsync(endless, 1_000_000, Cancellation);

        Assert.InRange(endless.Given, 1_000_001, 1_200_000);
    }

    [Fact]
    public async Task Write_ConnectionLost_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(new StreamOfZeros(Limit, breaksAt: 500_000), Limit, Cancellation));

        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Write_ManyAtOnce_KeepsEachApart()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => WriteAsync(Encoding.UTF8.GetBytes($"document {number}"))));

        Assert.Equal(40, kept.Select(content => content.Key).Distinct().Count());
        for (var number = 0; number < kept.Length; number++)
        {
            await using var content = await store.OpenAsync(kept[number].Key, Cancellation);
            Assert.Equal($"document {number}", Encoding.UTF8.GetString(await ReadAsync(content!)));
        }
    }

    [Fact]
    public async Task Write_OnUnix_IsReadableByTheOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix file modes.");
            return;
        }

        var kept = await WriteAsync([1]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf(kept.Key)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(PathOf(kept.Key))!));
    }

    private static async Task<byte[]> ReadAsync(Stream content)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }

    private async Task<StoredContent> WriteAsync(byte[] bytes) =>
        Assert.IsType<StoreAnswer.Stored>(await store.WriteAsync(new MemoryStream(bytes), Limit, Cancellation)).Content;

    private string PathOf(string key) => folder.PathOf("documents", key[..2], key[2..4], key);
}
