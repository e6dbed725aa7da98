using System.Net;
using System.Net.Sockets;
using System.Text;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Scanning;

namespace Iness.Casework.Tests.Documents.Scanning;

/// <summary>A daemon that misbehaves: a listener that does on purpose what clamd does when it fails.</summary>
public sealed class ClamAvFailureTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly DocumentOptions options = new() { ClamAvScanTimeout = TimeSpan.FromSeconds(30), ClamAvConnectTimeout = TimeSpan.FromSeconds(30) };

    public ClamAvFailureTests() => listener.Start();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Scan_NobodyListens_IsUnreachable()
    {
        var scanner = Scanner();
        listener.Stop();

        Assert.Equal(ScanFailure.Unreachable, await FailureAsync(scanner));
        Assert.Equal(ScannerHealth.Silent, await scanner.CheckAsync(Cancellation));
    }

    [Fact]
    public async Task Scan_SocketFileMissing_IsUnreachable()
    {
        var scanner = new ClamAvScanner(new UnixDomainSocketEndPoint("/nowhere/clamd.ctl"), options, TimeProvider.System);

        Assert.Equal(ScanFailure.Unreachable, await FailureAsync(scanner));
        Assert.Equal(ScannerHealth.Silent, await scanner.CheckAsync(Cancellation));
    }

    [Fact]
    public async Task Scan_DaemonThatNeverAnswers_TimesOut()
    {
        options.ClamAvScanTimeout = TimeSpan.FromMilliseconds(300);

        Assert.Equal(ScanFailure.Timeout, await FailureAsync(Scanner()));
    }

    [Fact]
    public async Task Check_DaemonThatNeverAnswers_IsSilent()
    {
        options.ClamAvConnectTimeout = TimeSpan.FromMilliseconds(300);

        Assert.Equal(ScannerHealth.Silent, await Scanner().CheckAsync(Cancellation));
    }

    [Fact]
    public async Task Scan_CallerGivesUp_IsNotAnAnswer()
    {
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Scanner().ScanAsync(new MemoryStream([1]), leaving.Token));
    }

    [Theory]
    [InlineData("", ScanFailure.Broken)]
    [InlineData("stream: OK", ScanFailure.Broken)]
    [InlineData("\0", ScanFailure.Broken)]
    [InlineData("stream:  FOUND\0", ScanFailure.Broken)]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\0", ScanFailure.Broken)]
    [InlineData("COMMAND READ TIMED OUT ERROR\0", ScanFailure.Failed)]
    [InlineData("stream: Can't allocate memory ERROR\0", ScanFailure.Failed)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanFailure.TooLarge)]
    public async Task Scan_AnswerThatIsNoVerdict_IsUnavailable(string answer, ScanFailure reason)
    {
        var serving = AnswerOnceAsync(answer);

        Assert.Equal(reason, await FailureAsync(Scanner()));
        await serving;
    }

    [Fact]
    public async Task Scan_AnswerLongerThanAny_IsBroken()
    {
        var serving = AnswerOnceAsync("stream: " + new string('x', 10_000) + " FOUND\0");

        Assert.Equal(ScanFailure.Broken, await FailureAsync(Scanner()));
        await serving;
    }

    [Fact]
    public async Task Scan_DaemonHangsUpInMidStream_IsBroken()
    {
        var hangingUp = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync(Cancellation);
            client.LingerState = new(true, 0);
            await client.GetStream().ReadExactlyAsync(new byte[1000], Cancellation);
        }, Cancellation);

        var answer = await Scanner().ScanAsync(new StreamOfZeros(50_000_000), Cancellation);

        Assert.Equal(ScanFailure.Broken, Assert.IsType<ScanAnswer.Unavailable>(answer).Reason);
        await hangingUp;
    }

    [Fact]
    public async Task NoScanner_AnyContent_IsNotScanned()
    {
        var scanner = new NoScanner();

        Assert.Equal(new ScanAnswer.NotScanned(), await scanner.ScanAsync(new MemoryStream([1]), Cancellation));
        Assert.Equal(ScannerHealth.Absent, await scanner.CheckAsync(Cancellation));
    }

    private static async Task<ScanFailure> FailureAsync(ClamAvScanner scanner) =>
        Assert.IsType<ScanAnswer.Unavailable>(await scanner.ScanAsync(new MemoryStream("abc"u8.ToArray()), Cancellation)).Reason;

    private ClamAvScanner Scanner() => new(listener.LocalEndpoint, options, TimeProvider.System);

    /// <summary>Reads the command and the stream to its end, answers, and hangs up.</summary>
    private async Task AnswerOnceAsync(string answer)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancellation);
        await client.GetStream().ReadExactlyAsync(new byte["zINSTREAM\0".Length + 4 + "abc".Length + 4], Cancellation);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), Cancellation);
    }
}
