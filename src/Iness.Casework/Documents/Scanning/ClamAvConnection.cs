using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Iness.Casework.Documents.Scanning;

/// <summary>One conversation with clamd: a command that ends with NUL, a stream in chunks if any, an answer that ends with NUL.</summary>
internal sealed class ClamAvConnection : IDisposable
{
    private const int LongestAnswer = 4096;

    private readonly Socket socket;
    private readonly byte[] chunkLength = new byte[sizeof(uint)];

    private ClamAvConnection(Socket socket) => this.socket = socket;

    public static async Task<ClamAvConnection> OpenAsync(EndPoint endpoint, CancellationToken cancellationToken)
    {
        var socket = endpoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken);
            return new(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public Task CommandAsync(string command, CancellationToken cancellationToken) =>
        SendAllAsync(Encoding.ASCII.GetBytes($"z{command}\0"), cancellationToken);

    /// <summary>An empty chunk ends the stream.</summary>
    public async Task ChunkAsync(ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        BinaryPrimitives.WriteUInt32BigEndian(chunkLength, (uint)chunk.Length);
        await SendAllAsync(chunkLength, cancellationToken);
        await SendAllAsync(chunk, cancellationToken);
    }

    /// <summary>The answer without its end mark; null when the connection closed before it.</summary>
    public async Task<string?> AnswerAsync(CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length)
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length), cancellationToken);
            if (read == 0) return null;
            length += read;
            var end = answer.AsSpan(0, length).IndexOf((byte)0);
            if (end >= 0) return Encoding.UTF8.GetString(answer, 0, end);
        }

        return null;
    }

    public void Dispose() => socket.Dispose();

    private async Task SendAllAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, cancellationToken)..];
    }
}
