using Iness.Benchmarks.Worklist;
using Iness.TestKit;

namespace Iness.Benchmarks.Register;

/// <summary>
/// « iness registers import » of an invented register, as a process of its own, into an empty database of each engine. Beside it, what the
/// engine itself takes for the same file with no reading of what it says, in one transaction: nobody else could write meanwhile.
/// </summary>
internal static class RegisterBenchmark
{
    /// <summary>Measures so many rows on both databases.</summary>
    public static async Task RunAsync(int rows)
    {
        var file = Path.Combine(Path.GetTempPath(), $"iness-register-{Environment.ProcessId}.csv");
        try
        {
            InventedRegister.Write(file, rows);
            Console.WriteLine($"## iness registers import, {rows:N0} rows, {new FileInfo(file).Length / 1e6:N0} MB");
            Console.WriteLine("| database | bulk load by the engine (s) | import (s) | ratio | processor of the import (s) | peak memory (MB) | again, over the first (s) |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            foreach (var engine in Enum.GetValues<Engine>()) await RunAsync(engine, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task RunAsync(Engine engine, string file)
    {
        double bare;
        await using (var other = await BenchDatabase.CreateAsync(engine)) bare = await BareLoad.RunAsync(engine, other.Setting.Value, file);
        await using var database = await BenchDatabase.CreateAsync(engine);
        await database.MigrateAsync();
        var first = await database.MeasureCliAsync("registers", "import", file);
        var again = await database.MeasureCliAsync("registers", "import", file);
        Console.WriteLine($"| {engine} | {bare:N1} | {first.Seconds:N1} | {first.Seconds / bare:N2} | {first.ProcessorSeconds:N1} | {Math.Max(first.PeakMegabytes, again.PeakMegabytes):N0} | {again.Seconds:N1} |");
    }
}
