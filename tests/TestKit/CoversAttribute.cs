namespace Iness.TestKit;

/// <summary>Names a provision that a test class covers; the traceability table is made from it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class CoversAttribute(string provision) : Attribute
{
    public string Provision { get; } = provision;

    /// <summary>Set on the test that stands at the threshold and one unit on each side of it.</summary>
    public bool AtThreshold { get; init; }
}
