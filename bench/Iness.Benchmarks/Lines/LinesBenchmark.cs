using System.Diagnostics;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.TestKit;

namespace Iness.Benchmarks.Lines;

/// <summary>
/// « iness assess --lines » on a million lines, as a process of its own, in turn with another process that only parses the same
/// lines and writes them back. Peak memory is the kernel's own figure.
/// </summary>
internal static class LinesBenchmark
{
    public const string BaselineArgument = "reserialise";

    private const int Lines = 1_000_000;
    private const int Distinct = 10_000;
    private const int Rounds = 3;

    public static void Run()
    {
        var input = Path.Combine(Path.GetTempPath(), $"iness-bench-{Environment.ProcessId}.ndjson");
        try
        {
            Write(input);
            var cli = RepositoryRoot.PathOf("src", "Iness.Cli", "bin", "Release", "net10.0", "iness.dll");
            Console.WriteLine($"## iness assess --lines, {Lines:N0} lines, {new FileInfo(input).Length / 1e6:N0} MB");
            Console.WriteLine("| round | parse and re-serialise (s) | assess (s) | ratio | assess, peak memory (MB) |");
            Console.WriteLine("|---|---|---|---|---|");
            for (var round = 1; round <= Rounds; round++)
            {
                var (baseline, _) = Measure(typeof(LinesBenchmark).Assembly.Location, BaselineArgument, input);
                var (assess, peak) = Measure(cli, "assess", "--lines", input);
                Console.WriteLine($"| {round} | {baseline:N2} | {assess:N2} | {assess / baseline:N2} | {peak:N0} |");
            }
        }
        finally
        {
            File.Delete(input);
        }
    }

    /// <summary>The yardstick: one thread, typed and source-generated, on the bytes as they are, buffered both ways.</summary>
    public static void Reserialise(string path)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 18);
        using var writer = new Utf8JsonWriter(output);
        using var input = File.OpenRead(path);
        var buffer = new byte[1 << 18];
        for (int held = 0, read; (read = input.Read(buffer, held, buffer.Length - held)) > 0;)
        {
            var rest = buffer.AsSpan(0, held + read);
            for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
            {
                JsonSerializer.Serialize(writer, JsonSerializer.Deserialize(rest[..end], PlainContext.Default.PlainRequest)!, PlainContext.Default.PlainRequest);
                writer.Flush();
                writer.Reset();
                output.WriteByte((byte)'\n');
            }

            rest.CopyTo(buffer);
            held = rest.Length;
        }
    }

    private static void Write(string path)
    {
        using var lines = new MemoryStream();
        using (var writer = new Utf8JsonWriter(lines, AssessmentAnswerWriter.Options))
        {
            foreach (var request in new MixedRequests(7).Take(Distinct))
            {
                AssessmentRequestWriter.Write(writer, request);
                writer.Flush();
                writer.Reset();
                lines.WriteByte((byte)'\n');
            }
        }

        using var file = File.Create(path);
        for (var i = 0; i < Lines / Distinct; i++) lines.WriteTo(file);
    }

    private static (double Seconds, double PeakMegabytes) Measure(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var peak = 0L;
        var watcher = Task.Run(async () =>
        {
            while (!process.HasExited)
            {
                process.Refresh();
                try
                {
                    peak = Math.Max(peak, process.PeakWorkingSet64);
                }
                catch (InvalidOperationException)
                {
                    break;
                }

                await Task.Delay(50);
            }
        });
        process.StandardOutput.BaseStream.CopyTo(Stream.Null, 1 << 18);
        process.WaitForExit();
        var seconds = watch.Elapsed.TotalSeconds;
        watcher.Wait();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
        return (seconds, peak / 1e6);
    }
}
