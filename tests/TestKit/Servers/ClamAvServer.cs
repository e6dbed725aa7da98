using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Iness.TestKit.Servers;

/// <summary>A real clamd on a free port of loopback, with a signature base of its own that knows <see cref="Eicar"/>.</summary>
public sealed class ClamAvServer : IAsyncDisposable
{
    /// <summary>Said of a test that is skipped where there is no clamd.</summary>
    public const string Missing = "clamd is not installed (Debian package clamav-daemon): « make test » installs it where it can.";

    private const int Attempts = 3;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo folder;
    private readonly Process process;
    private readonly int port;
    private readonly StringBuilder said = new();

    private ClamAvServer(string program, DirectoryInfo folder, int port)
    {
        this.folder = folder;
        this.port = port;
        process = new() { StartInfo = new(program, ["--config-file", WriteConfiguration()]) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>To be given to the product as « Documents:ClamAv ».</summary>
    public string Endpoint => $"127.0.0.1:{port}";

    /// <summary>The same clamd, over its Unix socket.</summary>
    public string SocketPath => Path.Combine(folder.FullName, "clamd.ctl");

    /// <summary>Starts one and waits until it answers; null only when the program is not installed.</summary>
    public static async Task<ClamAvServer?> TryStartAsync(CancellationToken cancellationToken = default)
    {
        var program = Environment.GetEnvironmentVariable("CLAMD") ?? "/usr/sbin/clamd";
        if (!File.Exists(program)) return null;
        for (var attempt = 1; ; attempt++)
        {
            var server = new ClamAvServer(program, Directory.CreateTempSubdirectory("iness-clamd-"), FreePort());
            try
            {
                await server.WaitAsync(cancellationToken);
                return server;
            }
            catch (Exception exception)
            {
                var words = server.Said;
                await server.DisposeAsync();
                // Somebody else may have taken the port meanwhile.
                if (attempt == Attempts || exception is not InvalidOperationException) throw new InvalidOperationException($"clamd did not start. It said: {words}", exception);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string WriteConfiguration()
    {
        var signatures = folder.CreateSubdirectory("signatures").FullName;
        File.WriteAllText(Path.Combine(signatures, "iness.ndb"), $"Iness.Eicar:0:*:{Convert.ToHexStringLower(Eicar.Bytes)}\n");
        var file = Path.Combine(folder.FullName, "clamd.conf");
        File.WriteAllLines(file,
        [
            "Foreground yes", "TCPAddr 127.0.0.1", $"TCPSocket {port}", $"LocalSocket {SocketPath}", $"DatabaseDirectory {signatures}",
            $"TemporaryDirectory {folder.CreateSubdirectory("tmp").FullName}", "StreamMaxLength 25M", "MaxThreads 4", $"User {Environment.UserName}",
        ]);
        return file;
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said) said.AppendLine(line.Data);
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestStart);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        while (!await AnswersAsync(either.Token))
        {
            if (process.HasExited) throw new InvalidOperationException($"clamd stopped with code {process.ExitCode}.");
            await Task.Delay(BetweenCalls, either.Token);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            await client.GetStream().WriteAsync("zPING\0"u8.ToArray(), cancellationToken);
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            return (await reader.ReadToEndAsync(cancellationToken)).StartsWith("PONG", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }
}
