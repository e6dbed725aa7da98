namespace Iness.Regulation;

/// <summary>Names the provision a method applies. Read by the traceability table only; nothing at run time depends on it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class RuleAttribute(string provision) : Attribute
{
    public string Provision { get; } = provision;
}
