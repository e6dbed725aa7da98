using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Iness.Benchmarks.Regulation;

// In process: one build, one run, so that the ratios are taken on the same machine at the same time.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(8).WithWarmupCount(4);
BenchmarkRunner.Run<RegulationBenchmarks>(DefaultConfig.Instance.AddJob(job));
