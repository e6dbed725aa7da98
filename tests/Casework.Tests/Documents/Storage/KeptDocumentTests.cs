using Iness.Casework.Documents.Storage;

namespace Iness.Casework.Tests.Documents.Storage;

public sealed class KeptDocumentTests : IDisposable
{
    private const long Limit = 20 * 1024 * 1024;

    private readonly TemporaryFolder folder = new();
    private readonly FolderDocumentStore store;

    public KeptDocumentTests() => store = new(folder.PathOf("documents"), TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Delete_AKeptContent_RemovesItOnce()
    {
        var kept = await WriteAsync([1, 2, 3]);

        Assert.True(await store.DeleteAsync(kept.Key, Cancellation));

        Assert.False(await store.ExistsAsync(kept.Key, Cancellation));
        Assert.Null(await store.OpenAsync(kept.Key, Cancellation));
        Assert.False(await store.DeleteAsync(kept.Key, Cancellation));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Delete_WhileBeingRead_LetsTheReaderFinish()
    {
        var kept = await WriteAsync([1, 2, 3]);
        await using var content = await store.OpenAsync(kept.Key, Cancellation);

        await store.DeleteAsync(kept.Key, Cancellation);

        Assert.Equal([1, 2, 3], await ReadAsync(content!));
    }

    [Theory]
    [InlineData("../../secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("devis.pdf")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef/../6789abcdef01")]
    [InlineData("0123456789abcdef0123456789abcde\0")]
    public async Task AnyUse_KeyThatIsNotItsOwn_IsRefused(string key)
    {
        File.WriteAllText(folder.PathOf("secret.txt"), "secret");

        await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync(key, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(key, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ExistsAsync(key, Cancellation));
        Assert.True(File.Exists(folder.PathOf("secret.txt")));
    }

    [Fact]
    public async Task Open_KeyNeverGiven_IsNull()
    {
        Assert.Null(await store.OpenAsync(new string('0', 32), Cancellation));
        Assert.False(await store.ExistsAsync(new string('0', 32), Cancellation));
    }

    [Fact]
    public void Start_LeftoversOfACrash_RemovesTheOldOnesOnly()
    {
        var old = folder.PathOf("documents", "incoming", "old");
        var recent = folder.PathOf("documents", "incoming", "recent");
        File.WriteAllText(old, "");
        File.WriteAllText(recent, "");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));

        _ = new FolderDocumentStore(folder.PathOf("documents"), TimeProvider.System);

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(recent));
    }

    private static async Task<byte[]> ReadAsync(Stream content)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }

    private async Task<StoredContent> WriteAsync(byte[] bytes) =>
        Assert.IsType<StoreAnswer.Stored>(await store.WriteAsync(new MemoryStream(bytes), Limit, Cancellation)).Content;
}
