using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Iness.Benchmarks.Api;
using Iness.Benchmarks.Lines;
using Iness.Benchmarks.Regulation;

switch (args)
{
    case [LinesBenchmark.BaselineArgument, var path]:
        LinesBenchmark.Reserialise(path);
        break;
    case []:
        Regulation();
        LinesBenchmark.Run();
        await ApiBenchmark.RunAsync();
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
        Console.Error.WriteLine("usage: [regulation|lines|api]; everything by default");
        Environment.ExitCode = 2;
        break;
}

// In process: one build, one run, so that the ratios are taken on the same machine at the same time.
static void Regulation() => BenchmarkRunner.Run<RegulationBenchmarks>(DefaultConfig.Instance.AddJob(
    Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(8).WithWarmupCount(4)));
