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
    private FlatFacts[] facts = [];

    [GlobalSetup]
    public async Task SetupAsync()
    {
        facts = [.. requests.Select(request => new FlatFacts(request))];
        foreach (var request in requests)
        {
            var assessment = EligibilityAssessment.Assess(request);
            if (StraightLine.Assess(request) != (assessment.Verdict, assessment.Aid.Amount.Cents))
                throw new InvalidOperationException($"The straight-line function disagrees with the regulation: it is no fair yardstick. {request}");
        }

        if (await rules.CountMetAsync(facts[0]) == 0) throw new InvalidOperationException("RulesEngine ran no rule.");
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
        foreach (var fact in facts) sum += await rules.CountMetAsync(fact);
        return sum;
    }
}
