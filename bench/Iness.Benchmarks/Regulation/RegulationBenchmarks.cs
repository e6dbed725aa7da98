using BenchmarkDotNet.Attributes;
using Iness.Regulation;
using Iness.TestKit;

namespace Iness.Benchmarks.Regulation;

/// <summary>10 000 mixed requests on one thread: the regulation against a hand-written function and against RulesEngine.</summary>
[MemoryDiagnoser]
public class RegulationBenchmarks
{
    private const int Count = 10_000;

    private readonly AssessmentRequest[] requests = [.. new MixedRequests(20260302).Take(Count)];
    private readonly ExpressionRules rules = new();

    [GlobalSetup]
    public async Task SetupAsync()
    {
        foreach (var request in requests)
        {
            var assessment = EligibilityAssessment.Assess(request);
            if (StraightLine.Assess(request) != (assessment.Verdict, assessment.Aid.Amount.Cents))
                throw new InvalidOperationException($"The straight-line function disagrees with the regulation: it is no fair yardstick. {request}");
            if (!await rules.AgreesAsync(assessment)) throw new InvalidOperationException($"The expressions disagree with the regulation: they are no fair yardstick. {request}");
        }
    }

    /// <summary>Every finding, line and step held; no sentence formatted.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public long Regulation()
    {
        long sum = 0;
        foreach (var request in requests)
        {
            var assessment = EligibilityAssessment.Assess(request);
            sum += assessment.Aid.Amount.Cents + assessment.Findings.Count;
        }

        return sum;
    }

    /// <summary>Verdict and amount only.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public long StraightLineFunction()
    {
        long sum = 0;
        foreach (var request in requests)
        {
            var (verdict, cents) = StraightLine.Assess(request);
            sum += cents + (int)verdict;
        }

        return sum;
    }

    /// <summary>The same eligibility rules as compiled expressions, warm, without amounts.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public async Task<long> RulesEnginePackage()
    {
        long sum = 0;
        foreach (var request in requests) sum += await rules.CountSatisfiedAsync(request);
        return sum;
    }
}
