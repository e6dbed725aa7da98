namespace Iness.Web.Components;

/// <summary>What is wrong in a form: shown in the summary, which links to the field, and beside the field.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Message">What to do, in one sentence.</param>
public sealed record FieldError(string Name, string Message)
{
    /// <summary>Whether the message makes sense beside its field only: elsewhere the label must come with it.</summary>
    public bool LacksSubject { get; init; }
}
