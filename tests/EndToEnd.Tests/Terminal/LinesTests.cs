using System.Text.Json;
using Iness.TestKit;

namespace Iness.EndToEnd.Tests.Terminal;

public sealed class LinesTests
{
    private const long MostBytes = 250_000_000;

    private static readonly string Line = JsonSerializer.Serialize(JsonDocument.Parse(
        AssessmentCase.In(RepositoryRoot.PathOf("tests", "Fixtures", "assessments.ndjson")).ElementAt(12).Request).RootElement);

    [Fact]
    public async Task Lines_GoodAndBad_AreAnsweredInOrder()
    {
        var tooLong = new string('x', (1 << 20) + 1);
        string[] lines = [Line, "{", "", Line.Replace("2025-06-10", "2023-06-10", StringComparison.Ordinal) + "\r", tooLong, "{\"createdOn\":\"2026-13-01\"}", Line];
        var outcome = await Iness.RunAsync(string.Join('\n', lines), "assess", "--lines", "-");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Error);
        var answers = outcome.OutputLines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(lines.Length, answers.Count);
        Assert.Equal("2024-01-01", answers[0].GetProperty("regulation").GetString());
        Assert.Equal("2021-10-05", answers[3].GetProperty("regulation").GetString());
        Assert.Equal("2024-01-01", answers[6].GetProperty("regulation").GetString());
        foreach (var (index, pointer) in new[] { (1, ""), (2, ""), (4, ""), (5, "/createdOn") })
        {
            Assert.Equal(index + 1, answers[index].GetProperty("line").GetInt32());
            Assert.Equal(pointer, answers[index].GetProperty("errors")[0].GetProperty("pointer").GetString());
            Assert.NotEqual("", answers[index].GetProperty("errors")[0].GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task Lines_AllGood_Succeed()
    {
        var outcome = await Iness.RunAsync($"{Line}\n{Line}\n", "assess", "--lines", "-");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(2, outcome.OutputLines.Count);
        Assert.Equal(0, (await Iness.RunAsync("", "assess", "--lines", "-")).ExitCode);
    }

    [Fact]
    public async Task Lines_OneAtATime_AreAnsweredWithoutWaitingForTheNext()
    {
        using var process = Iness.Start("assess", "--lines", "-");
        for (var i = 0; i < 3; i++)
        {
            await process.StandardInput.WriteAsync(Line + "\n");
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            Assert.StartsWith("{\"regulation\":", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Lines_TwoHundredThousand_KeepMemoryFlatAndOrder()
    {
        const int Count = 200_000;
        const int Early = 40_000;
        using var process = Iness.Start("assess", "--lines", "-");
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < Count; i++) await process.StandardInput.WriteAsync(Line.Replace("\"boutique\"", $"\"n{i}\"", StringComparison.Ordinal) + "\n");
            await process.StandardInput.FlushAsync();
        }, TestContext.Current.CancellationToken);

        long early = 0;
        for (var i = 0; i < Count; i++)
        {
            var answer = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.Contains($"\"id\":\"n{i}\"", answer, StringComparison.Ordinal);
            if (i == Early) early = PeakBytes();
        }

        // The input is still open, so that the process is still there to be measured.
        var late = PeakBytes();
        Assert.InRange(late, 1, MostBytes);
        Assert.True(late < early * 1.3, $"{early} bytes at {Early} lines, {late} at {Count}");
        await writing;
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        long PeakBytes()
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    [Fact]
    public async Task Lines_ReaderGone_EndQuietly()
    {
        using var process = Iness.Start("assess", "--lines", "-");
        var writing = Task.Run(async () =>
        {
            while (!process.HasExited) await process.StandardInput.WriteAsync(Line + "\n");
        }, TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await Record.ExceptionAsync(() => writing);
    }
}
