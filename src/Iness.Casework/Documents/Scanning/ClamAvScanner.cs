using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Iness.Casework.Documents.Scanning;

/// <summary>Scans with ClamAV's daemon, over its socket (command INSTREAM).</summary>
internal sealed class ClamAvScanner(EndPoint endpoint, DocumentOptions options, TimeProvider time) : IVirusScanner
{
    private const int ChunkSize = 64 * 1024;
    private const string Prefix = "stream: ";
    private const string Found = " FOUND";

    public async Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var limit = new CancellationTokenSource(options.ClamAvScanTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var connection = await ConnectAsync(either.Token);
            if (connection is null) return new ScanAnswer.Unavailable(ScanFailure.Unreachable, $"{endpoint}");
            return await ScanAsync(connection, content, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ScanAnswer.Unavailable(ScanFailure.Timeout, $"{endpoint}, {options.ClamAvScanTimeout}");
        }
    }

    public async Task<ScannerHealth> CheckAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.ClamAvConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var connection = await ClamAvConnection.OpenAsync(endpoint, either.Token);
            await connection.CommandAsync("PING", either.Token);
            return await connection.AnswerAsync(either.Token) == "PONG" ? ScannerHealth.Answering : ScannerHealth.Silent;
        }
        catch (SocketException)
        {
            return ScannerHealth.Silent;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ScannerHealth.Silent;
        }
    }

    private async Task<ClamAvConnection?> ConnectAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.ClamAvConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ClamAvConnection.OpenAsync(endpoint, either.Token);
        }
        catch (SocketException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<ScanAnswer> ScanAsync(ClamAvConnection connection, Stream content, CancellationToken cancellationToken)
    {
        var brokenBy = await SendAsync(connection, content, cancellationToken);
        try
        {
            // Past its size limit clamd answers and hangs up in mid-stream: its answer is worth more than the broken pipe.
            return await connection.AnswerAsync(cancellationToken) is { } answer
                ? Read(answer)
                : new ScanAnswer.Unavailable(ScanFailure.Broken, brokenBy?.Message ?? "closed before any answer");
        }
        catch (SocketException exception)
        {
            return new ScanAnswer.Unavailable(ScanFailure.Broken, exception.Message);
        }
    }

    /// <summary>What broke the connection on the way; null when all was sent. A content that cannot be read is the caller's to know.</summary>
    private static async Task<SocketException?> SendAsync(ClamAvConnection connection, Stream content, CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            await connection.CommandAsync("INSTREAM", cancellationToken);
            int read;
            do
            {
                read = await content.ReadAsync(chunk, cancellationToken);
                await connection.ChunkAsync(chunk.AsMemory(0, read), cancellationToken);
            }
            while (read > 0);
            return null;
        }
        catch (SocketException exception)
        {
            return exception;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk, clearArray: true);
        }
    }

    private static ScanAnswer Read(string answer)
    {
        if (answer == "stream: OK") return new ScanAnswer.Clean();
        if (answer.StartsWith(Prefix, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal) && answer.Length > Prefix.Length + Found.Length)
            return new ScanAnswer.Infected(answer[Prefix.Length..^Found.Length]);
        if (answer.StartsWith("INSTREAM size limit exceeded", StringComparison.Ordinal)) return new ScanAnswer.Unavailable(ScanFailure.TooLarge, answer);
        return new ScanAnswer.Unavailable(answer.EndsWith(" ERROR", StringComparison.Ordinal) ? ScanFailure.Failed : ScanFailure.Broken, answer);
    }
}
