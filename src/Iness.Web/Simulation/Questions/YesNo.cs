using Iness.Web.Components;

namespace Iness.Web.Simulation.Questions;

/// <summary>Yes or no, as several questions ask it.</summary>
internal static class YesNo
{
    public static readonly IReadOnlyList<Choice> Choices = [new("oui", "Oui"), new("non", "Non")];

    public static readonly IReadOnlyList<Choice> OrUnknown = [.. Choices, new("inconnu", "Je ne sais pas")];

    public static RadiosField Field(string name, string label, string? hint, string? value) => new(name, label, Choices, hint) { Value = value, Inline = true };

    /// <summary>One of several questions on a page, each with its own « je ne sais pas ».</summary>
    public static RadiosField FieldOrUnknown(string name, string label, string? hint, string? value) => new(name, label, OrUnknown, hint) { Value = value, Inline = true };

    public static string? Word(bool? answer, bool wasAsked = false) => answer switch
    {
        true => "oui",
        false => "non",
        null => wasAsked ? "inconnu" : null,
    };

    public static bool? Read(FormReader form, string name, string whenMissing) => ToAnswer(form.Choice(name, Choices, whenMissing));

    public static bool? ReadOrUnknown(FormReader form, string name, string whenMissing) => ToAnswer(form.Choice(name, OrUnknown, whenMissing));

    private static bool? ToAnswer(string? word) => word switch
    {
        "oui" => true,
        "non" => false,
        _ => null,
    };
}
