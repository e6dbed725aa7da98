using System.Diagnostics;

namespace Iness.Benchmarks;

/// <summary>What a process took.</summary>
internal readonly record struct ProcessCost(double Seconds, double ProcessorSeconds, double PeakMegabytes);

/// <summary>Runs « dotnet » on an assembly to its end, and measures it. Peak memory and processor time are the kernel's own figures.</summary>
internal static class MeasuredProcess
{
    public static async Task<ProcessCost> RunAsync(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                (peak, processor) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                break;
            }
        }

        await process.WaitForExitAsync();
        await output;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
        return new(watch.Elapsed.TotalSeconds, processor.TotalSeconds, peak / 1e6);
    }
}
