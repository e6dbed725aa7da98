using System.Diagnostics;
using System.Globalization;
using Iness.TestKit;

namespace Iness.Benchmarks.Worklist;

/// <summary>
/// The work list of the whole portal over loopback, signed in, one request at a time: pages of the list, searches and exports, on both
/// databases, each filled by « iness seed ».
/// </summary>
internal static class WorklistBenchmark
{
    private const int Rounds = 40;
    private const int WarmUp = 8;

    /// <summary>Measures so many files on both databases.</summary>
    public static async Task RunAsync(int files)
    {
        foreach (var engine in Enum.GetValues<Engine>()) await RunAsync(engine, files);
    }

    /// <summary>Measures so many files on one of them.</summary>
    public static async Task RunAsync(Engine engine, int files)
    {
        await using var database = await BenchDatabase.CreateAsync(engine);
        // The officer of the demonstration is there first, and has files like the others.
        await using (await PortalProcess.StartAsync(database))
        {
        }

        var watch = Stopwatch.StartNew();
        await database.RunCliAsync("seed", "--files", files.ToString(CultureInfo.InvariantCulture));
        Console.WriteLine($"## {engine}, {files:N0} files, filled in {watch.Elapsed.TotalSeconds:N0} s");
        var server = await PortalProcess.StartAsync(database);
        await using (server)
        {
            Console.WriteLine("| page | median (ms) | 95th percentile (ms) |");
            Console.WriteLine("|---|---|---|");
            List<double> all = [];
            var pages = await WorklistPages.AllAsync(server.Http);
            // A portal that has just started compiles its pages as they are asked for: that is not what is measured.
            foreach (var (_, address) in pages) await MeasureAsync(server.Http, address, WarmUp);
            foreach (var (name, address) in pages)
            {
                var times = await MeasureAsync(server.Http, address, Rounds);
                all.AddRange(times);
                Console.WriteLine($"| {name} | {Percentile(times, 50):N1} | {Percentile(times, 95):N1} |");
            }

            Console.WriteLine($"| all of them | {Percentile(all, 50):N1} | {Percentile(all, 95):N1} |");
        }

        foreach (var format in new[] { "csv", "xlsx" }) await ExportAsync(database, format);
    }

    /// <summary>In a process that has done nothing else: its peak is that of the export.</summary>
    private static async Task ExportAsync(BenchDatabase database, string format)
    {
        await using var server = await PortalProcess.StartAsync(database);
        var before = server.PeakMegabytes;
        var watch = Stopwatch.StartNew();
        using var answer = await server.Http.GetAsync(new Uri($"/dossiers/export.{format}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var content = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        var length = 0L;
        for (int read; (read = await content.ReadAsync(buffer)) > 0;) length += read;
        Console.WriteLine($"{format} of all: {length / 1e6:N1} MB in {watch.Elapsed.TotalSeconds:N1} s, peak memory {server.PeakMegabytes:N0} MB ({before:N0} MB before)");
    }

    private static async Task<List<double>> MeasureAsync(HttpClient http, string address, int rounds)
    {
        List<double> times = [];
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            await answer.Content.CopyToAsync(Stream.Null);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
        }

        return times;
    }

    private static double Percentile(List<double> times, int percent) => times.Order().ElementAt((int)Math.Ceiling(times.Count * percent / 100.0) - 1);
}
