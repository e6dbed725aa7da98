using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Iness.EndToEnd.Tests.Browser;

/// <summary>Each page at each width.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CombinatorialPagesAttribute(params string[] paths) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. paths.SelectMany(path => Pages.Widths.Select(width => new TheoryDataRow(path, width)))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
