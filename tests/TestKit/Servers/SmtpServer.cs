using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using MimeKit;

namespace Iness.TestKit.Servers;

/// <summary>How an SMTP server is to be entered.</summary>
/// <param name="User">The only account it knows; null when it asks for none.</param>
/// <param name="Password">Its password.</param>
/// <param name="Certificate">What it offers STARTTLS with; null when it offers none.</param>
public sealed record SmtpDoor(string? User = null, string? Password = null, LoopbackCertificate? Certificate = null);

/// <summary>A mail the server took.</summary>
/// <param name="From">Sender of the envelope.</param>
/// <param name="To">Recipients of the envelope.</param>
/// <param name="Secure">Whether it came over TLS.</param>
/// <param name="User">The account that sent it.</param>
/// <param name="Raw">The message as it was written.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, bool Secure, string? User, byte[] Raw)
{
    /// <summary>The message, read.</summary>
    public MimeMessage Read() => MimeMessage.Load(new MemoryStream(Raw));
}

/// <summary>A real SMTP server (npm « smtp-server ») on a free port of loopback: keeps what it takes, refuses and hangs as it is told to.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Child child;
    private readonly ConcurrentQueue<ReceivedMail> received = new();
    private readonly ConcurrentDictionary<string, int> refused = new(StringComparer.Ordinal);
    private readonly Channel<bool> done = Channel.CreateUnbounded<bool>();
    private readonly SemaphoreSlim arrival = new(0);
    private readonly Task reading;
    private bool hangs;

    private SmtpServer(Child child, int port)
    {
        this.child = child;
        Port = port;
        reading = ReadAsync();
    }

    /// <summary>The port on loopback.</summary>
    public int Port { get; }

    /// <summary>Mails taken so far, in order of arrival: the server tells of each before it answers, then of this question.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ReceivedAsync()
    {
        await TellAsync();
        return [.. received];
    }

    /// <summary>Opens a server.</summary>
    public static async Task<SmtpServer> StartAsync(SmtpDoor? door = null)
    {
        var settings = JsonSerializer.Serialize(new { door?.User, door?.Password, Certificate = door?.Certificate?.Pem, door?.Certificate?.Key }, Json);
        var child = Child.Start("node", RepositoryRoot.PathOf("tests", "TestKit", "Servers", "smtp-server.mjs"), settings);
        using var news = JsonDocument.Parse(await child.ExpectAsync());
        return new(child, news.RootElement.GetProperty("port").GetInt32());
    }

    /// <summary>Refuses a recipient from now on: 550 for good, 451 for the time being; 0 takes it back.</summary>
    public Task RefuseAsync(string recipient, int code)
    {
        if (code == 0) refused.TryRemove(recipient, out _);
        else refused[recipient] = code;
        return TellAsync();
    }

    /// <summary>Answers nothing more once it was given a message, or answers again.</summary>
    public Task HangAsync(bool hangs = true)
    {
        this.hangs = hangs;
        return TellAsync();
    }

    /// <summary>The first mail to somebody, waited for.</summary>
    public async Task<MimeMessage> MailToAsync(string recipient, CancellationToken cancellation)
    {
        while (true)
        {
            if (received.FirstOrDefault(mail => mail.To.Contains(recipient)) is { } mail) return mail.Read();
            await arrival.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        await reading;
        arrival.Dispose();
    }

    private async Task TellAsync()
    {
        await child.WriteAsync(JsonSerializer.Serialize(new { refused, hangs }, Json));
        await done.Reader.ReadAsync();
    }

    private async Task ReadAsync()
    {
        while (await child.ReadAsync() is { } line)
        {
            if (line.StartsWith("{\"done\"", StringComparison.Ordinal))
            {
                done.Writer.TryWrite(true);
                continue;
            }

            received.Enqueue(JsonSerializer.Deserialize<ReceivedMail>(line, Json)!);
            arrival.Release();
        }

        done.Writer.TryComplete();
    }
}
