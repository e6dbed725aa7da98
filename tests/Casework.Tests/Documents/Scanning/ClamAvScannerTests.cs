using System.IO.Compression;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Scanning;
using Iness.TestKit.Servers;

namespace Iness.Casework.Tests.Documents.Scanning;

/// <summary>Against a real clamd.</summary>
public sealed class ClamAvScannerTests(ClamAvScannerTests.Daemon daemon) : IClassFixture<ClamAvScannerTests.Daemon>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ClamAvServer Server
    {
        get
        {
            if (daemon.Server is null) Assert.Skip(ClamAvServer.Missing);
            return daemon.Server;
        }
    }

    [Fact]
    public async Task Scan_OrdinaryContent_IsClean() => Assert.Equal(new ScanAnswer.Clean(), await ScanAsync("Un devis de 4 200 €."u8.ToArray()));

    [Fact]
    public async Task Scan_EmptyContent_IsClean() => Assert.Equal(new ScanAnswer.Clean(), await ScanAsync([]));

    [Fact]
    public async Task Scan_Eicar_IsInfectedWithItsName() => Assert.Equal(new ScanAnswer.Infected("Iness.Eicar.UNOFFICIAL"), await ScanAsync(Eicar.Bytes));

    [Fact]
    public async Task Scan_EicarAcrossChunks_IsInfected()
    {
        byte[] content = [.. new byte[64 * 1024 - 20], .. Eicar.Bytes, .. new byte[100_000]];

        Assert.IsType<ScanAnswer.Infected>(await ScanAsync(content));
    }

    [Fact]
    public async Task Scan_EicarWithinAZip_IsInfected()
    {
        using var archive = new MemoryStream();
        await using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("word/media/image1.png").OpenAsync(Cancellation);
            await entry.WriteAsync(Eicar.Bytes, Cancellation);
        }

        Assert.IsType<ScanAnswer.Infected>(await ScanAsync(archive.ToArray()));
    }

    [Fact]
    public async Task Scan_OverTheUnixSocket_SaysTheSame()
    {
        var scanner = Scanner(Server.SocketPath);

        Assert.IsType<ScanAnswer.Infected>(await scanner.ScanAsync(new MemoryStream(Eicar.Bytes), Cancellation));
        Assert.Equal(new ScanAnswer.Clean(), await scanner.ScanAsync(new MemoryStream([1, 2]), Cancellation));
        Assert.Equal(ScannerHealth.Answering, await scanner.CheckAsync(Cancellation));
    }

    [Fact]
    public async Task Scan_TheLargestDocument_IsClean() =>
        Assert.Equal(new ScanAnswer.Clean(), await Scanner(Server.Endpoint).ScanAsync(new StreamOfZeros(new DocumentOptions().LargestFile), Cancellation));

    [Fact]
    public async Task Scan_MoreThanClamdTakes_IsTooLarge()
    {
        var answer = await Scanner(Server.Endpoint).ScanAsync(new StreamOfZeros(40 * 1024 * 1024), Cancellation);

        Assert.Equal(ScanFailure.TooLarge, Assert.IsType<ScanAnswer.Unavailable>(answer).Reason);
    }

    [Fact]
    public async Task Scan_SeveralAtOnce_EachGetsItsOwnAnswer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => ScanAsync(number % 2 == 0 ? Eicar.Bytes : [(byte)number])));

        for (var number = 0; number < answers.Length; number++) Assert.Equal(number % 2 == 0, answers[number] is ScanAnswer.Infected);
    }

    [Fact]
    public async Task Scan_ContentThatCannotBeRead_IsTheCallersFailure() =>
        await Assert.ThrowsAsync<IOException>(() => Scanner(Server.Endpoint).ScanAsync(new StreamOfZeros(1_000_000, breaksAt: 100_000), Cancellation));

    [Fact]
    public async Task Check_ARunningDaemon_Answers() => Assert.Equal(ScannerHealth.Answering, await Scanner(Server.Endpoint).CheckAsync(Cancellation));

    private static ClamAvScanner Scanner(string setting)
    {
        Assert.True(ClamAvEndpoint.TryParse(setting, out var endpoint));
        return new(endpoint, new(), TimeProvider.System);
    }

    private Task<ScanAnswer> ScanAsync(byte[] content) => Scanner(Server.Endpoint).ScanAsync(new MemoryStream(content), Cancellation);

    public sealed class Daemon : IAsyncLifetime
    {
        public ClamAvServer? Server { get; private set; }

        public async ValueTask InitializeAsync() => Server = await ClamAvServer.TryStartAsync(TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
