using System.Security.Cryptography;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Tests.Documents.Kinds;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Documents;

public sealed class ReceiveFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DocumentOptions options = new();
    private readonly FolderDocumentStore store;

    public ReceiveFileTests() => store = new(folder.FullPath, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Execute_AcceptedFile_IsKeptUnderARandomKey()
    {
        var kept = Assert.IsType<ReceivedFile.Kept>(await ReceiveAsync(new MemoryStream(SampleFiles.Pdf), "../Devis été.pdf"));

        Assert.Equal(new FileAnswer.Accepted(FileType.Pdf, "Devis été.pdf"), kept.File);
        Assert.Equal(SampleFiles.Pdf.Length, kept.Content.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(SampleFiles.Pdf)), kept.Content.Sha256);
        Assert.True(await store.ExistsAsync(kept.Content.Key, Cancellation));
        Assert.DoesNotContain("Devis", Assert.Single(folder.Files), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facture.pdf.exe", FileRefusal.WrongExtension)]
    [InlineData("facture.docm", FileRefusal.Macros)]
    public async Task Execute_RefusedFile_LeavesNothing(string name, FileRefusal reason)
    {
        Assert.Equal(reason, await RefusalAsync(new MemoryStream(SampleFiles.Pdf), name));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Execute_EmptyFile_IsRefusedAndLeavesNothing()
    {
        Assert.Equal(FileRefusal.Empty, await RefusalAsync(new MemoryStream(), "devis.pdf"));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Execute_TwentyMegabytesExactly_IsKept()
    {
        var content = new byte[20 * 1024 * 1024];
        content.AsSpan().Fill((byte)'a');

        Assert.IsType<ReceivedFile.Kept>(await ReceiveAsync(new MemoryStream(content), "notes.txt"));
    }

    [Fact]
    public async Task Execute_OneByteOver_IsRefusedAndSaysTheLimit()
    {
        var answer = await ReceiveAsync(new StreamOfZeros(20 * 1024 * 1024 + 1), "photos.pdf");

        var refused = Assert.IsType<ReceivedFile.Refused>(answer).Why;
        Assert.Equal(FileRefusal.TooLarge, refused.Reason);
        Assert.StartsWith("Le fichier « photos.pdf » dépasse 20 Mo :", refused.Sentence, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Execute_ConnectionLost_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => ReceiveAsync(new StreamOfZeros(1_000_000, breaksAt: 400_000), "devis.pdf"));

        Assert.Empty(folder.Files);
    }

    private Task<ReceivedFile> ReceiveAsync(Stream content, string name) => new ReceiveFile(store, Options.Create(options)).ExecuteAsync(content, name, Cancellation);

    private async Task<FileRefusal> RefusalAsync(Stream content, string name) => Assert.IsType<ReceivedFile.Refused>(await ReceiveAsync(content, name)).Why.Reason;
}
