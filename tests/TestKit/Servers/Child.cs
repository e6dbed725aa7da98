using System.Diagnostics;

namespace Iness.TestKit.Servers;

/// <summary>A program beside the tests, spoken to by lines; it ends with the pipe on its standard input, thus with the tests, however these end.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process process;
    private bool ended;

    private Child(Process process) => this.process = process;

    public static Child Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        return new(Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start."));
    }

    /// <summary>The next line it writes; null once it has ended.</summary>
    public async Task<string?> ReadAsync() => await process.StandardOutput.ReadLineAsync();

    /// <summary>The next line of a program that owes one.</summary>
    public async Task<string> ExpectAsync() =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The program ended without a word.");

    /// <summary>All it still has to say, once it has ended.</summary>
    public Task<string> ReadToEndAsync() => process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);

    public async Task WriteAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (ended) return;
        ended = true;
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
