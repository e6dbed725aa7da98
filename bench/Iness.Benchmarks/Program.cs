using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Iness.Benchmarks.Api;
using Iness.Benchmarks.Lines;
using Iness.Benchmarks.Register;
using Iness.Benchmarks.Regulation;
using Iness.Benchmarks.Worklist;
using Iness.TestKit;

switch (args)
{
    case [LinesBenchmark.BaselineArgument, var path]:
        LinesBenchmark.Reserialise(path);
        break;
    case []:
        Regulation();
        LinesBenchmark.Run();
        await ApiBenchmark.RunAsync();
        await WorklistBenchmark.RunAsync(100_000);
        await RegisterBenchmark.RunAsync(2_000_000);
        break;
    case ["register"]:
        await RegisterBenchmark.RunAsync(2_000_000);
        break;
    case ["register", var rows] when int.TryParse(rows, out var count):
        await RegisterBenchmark.RunAsync(count);
        break;
    case ["worklist", var files] when int.TryParse(files, out var count):
        await WorklistBenchmark.RunAsync(count);
        break;
    case ["worklist", var files, var engine] when int.TryParse(files, out var count) && Enum.TryParse<Engine>(engine, ignoreCase: true, out var only):
        await WorklistBenchmark.RunAsync(only, count);
        break;
    case ["regulation"]:
        Regulation();
        break;
    case ["lines"]:
        LinesBenchmark.Run();
        break;
    case ["api"]:
        await ApiBenchmark.RunAsync();
        break;
    default:
        Console.Error.WriteLine("usage: [regulation|lines|api|worklist FILES [sqlite|postgres]|register [ROWS]]; everything by default, with 100 000 files and 2 000 000 rows");
        Environment.ExitCode = 2;
        break;
}

// In process: one build, one run, so that the ratios are taken on the same machine at the same time.
static void Regulation() => BenchmarkRunner.Run<RegulationBenchmarks>(DefaultConfig.Instance.AddJob(
    Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(8).WithWarmupCount(4)));
