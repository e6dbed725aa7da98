using Iness.Casework.Applications;
using Iness.Web.Applying.Sections;
using Iness.Web.Components;

namespace Iness.Web.Applying;

/// <summary>A form of the application, ready to be drawn: fields, errors, revisions shown, and the answers that have two values.</summary>
/// <param name="View">Fields with their errors.</param>
/// <param name="Sheet">The answers.</param>
/// <param name="Prefix">Start of the names of the answers, for a line of a list.</param>
/// <param name="Authors">Names of those who typed the values in conflict.</param>
public sealed record AnswerForm(FormView View, AnswerSheet Sheet, string Prefix, IReadOnlyDictionary<Guid, string> Authors)
{
    /// <summary>What stands, by name, for fields whose typed value could not be kept: still what it was typed over.</summary>
    public IReadOnlyDictionary<string, string> TypedOver { get; init; } = new Dictionary<string, string>();

    /// <summary>Each name with what is shown of it.</summary>
    public IEnumerable<(string Name, string Shown)> Shown => Section.Names(View.Fields)
        .Select(name => (name, TypedOver.GetValueOrDefault(name) ?? FormAnswers.Shown(Sheet[Prefix + name]?.Revision ?? 0, Sheet[Prefix + name]?.Value ?? "")));

    /// <summary>The answers of this form that have two values.</summary>
    public IEnumerable<Conflict> Conflicts => View.Fields
        .SelectMany(shown => Section.Names([shown]).Select(name => (Shown: shown, Answer: Sheet[Prefix + name])))
        .Where(pair => pair.Answer?.OtherValue is not null)
        .Select(pair => new Conflict(pair.Shown, pair.Answer!, Author(pair.Answer!.SavedBy), Author(pair.Answer.OtherBy)));

    private string Author(Guid? id) => id is { } account && Authors.TryGetValue(account, out var name) ? name : "L'Annuaire des entreprises";
}

/// <summary>An answer with two values: the one saved, and another typed over a revision that was no longer the last.</summary>
/// <param name="Field">The field.</param>
/// <param name="Answer">The answer.</param>
/// <param name="SavedBy">Who saved the first.</param>
/// <param name="OtherBy">Who typed the second.</param>
public sealed record Conflict(Field Field, Answer Answer, string SavedBy, string OtherBy)
{
    /// <summary>The value saved, in words.</summary>
    public string Saved => InWords(Answer.Value);

    /// <summary>The other value, in words.</summary>
    public string Other => InWords(Answer.OtherValue!);

    /// <summary>When the first was saved, in words.</summary>
    public string SavedAt => Answer.SavedAt.InWords();

    /// <summary>When the second was typed, in words.</summary>
    public string OtherAt => Answer.OtherAt!.Value.InWords();

    private string InWords(string value)
    {
        if (value.Length == 0) return "(vide)";
        var choices = Field switch { RadiosField radios => radios.Choices, CheckboxesField boxes => boxes.Choices, _ => [] };
        return string.Join(" ; ", AnswerSheet.Unpack(value).Select(part => choices.FirstOrDefault(choice => choice.Value == part)?.Text ?? part));
    }
}
