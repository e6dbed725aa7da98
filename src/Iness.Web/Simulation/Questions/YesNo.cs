using Iness.Web.Components;

namespace Iness.Web.Simulation.Questions;

/// <summary>Yes or no, as several questions ask it.</summary>
internal static class YesNo
{
    public static readonly IReadOnlyList<Choice> Choices = [new("oui", "Oui"), new("non", "Non")];

    public static RadiosField Field(string name, string label, string? hint, string? value) => new(name, label, Choices, hint) { Value = value, Inline = true };

    public static string? Word(bool? answer) => answer switch
    {
        true => "oui",
        false => "non",
        null => null,
    };

    public static bool? Read(FormReader form, string name, string whenMissing) => form.Choice(name, Choices, whenMissing) switch
    {
        "oui" => true,
        "non" => false,
        _ => null,
    };
}
