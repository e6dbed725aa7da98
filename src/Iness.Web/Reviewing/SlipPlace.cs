using Iness.Web.Applying;
using Iness.Web.Applying.Items;
using Iness.Web.Applying.Sections;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Reviewing;

/// <summary>
/// A part of the answers where an officer may correct a slip: a section, or one line of a list. Not what was declared on one's honour, which
/// nobody declares for another; and not a cost, which is corrected where its aid is computed.
/// </summary>
public sealed class SlipPlace
{
    private readonly Section section;
    private readonly ItemList? list;
    private readonly string prefix;

    private SlipPlace(Section section, ItemList? list = null, string line = "", string? name = null)
    {
        (this.section, this.list) = (section, list);
        prefix = list?.Prefix(line) ?? "";
        Address = list is null ? section.Slug : $"{list.Slug}/{line}";
        Name = list is null ? section.Name : $"{list.LineName} : {name}";
    }

    /// <summary>Its address under the answers of the file.</summary>
    public string Address { get; }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>Every place of a file.</summary>
    public static IEnumerable<SlipPlace> All(ApplicationFacts facts) => ApplicationForm.Sections.Where(section => section is not DeclarationsSection).SelectMany(section => Of(section, facts));

    /// <summary>Its fields, as the answers stand.</summary>
    public IReadOnlyList<Field> Fields(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return list is null ? section.Fields(facts) : list.Fields(facts.Sheet.Under(prefix), facts.Sheet.CreatedOn);
    }

    /// <summary>The answers that a form changes, each with its new value.</summary>
    public Dictionary<string, string> Changed(ApplicationFacts facts, IReadOnlyDictionary<string, StringValues> form)
    {
        ArgumentNullException.ThrowIfNull(facts);
        // What shows only after some answers is sent by the form that showed it; a box left unticked sends nothing, and is an answer all the same.
        var names = Section.Names(Fields(facts)).Union(list is null ? section.Keys.Where(form.ContainsKey) : []);
        return names
            .Select(name => (Key: prefix + name, Value: AnswerSheet.Pack(form.GetValueOrDefault(name)).ReplaceLineEndings("\n")))
            .Where(pair => pair.Value != (facts.Sheet[pair.Key]?.Value ?? ""))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>What is wrong with the answers changed; what was wrong before and is left as it was is no matter.</summary>
    public IReadOnlyList<FieldError> Errors(ApplicationFacts before, ApplicationFacts after, IReadOnlyDictionary<string, string> changed)
    {
        var known = Check(before);
        return [.. Check(after).Where(error => !known.Contains(error) || changed.Keys.Any(key => key == prefix + error.Name || key.StartsWith($"{prefix}{error.Name}-", StringComparison.Ordinal)))];
    }

    /// <summary>What changes, in words.</summary>
    public IReadOnlyList<string> InWords(ApplicationFacts before, ApplicationFacts after, IReadOnlyDictionary<string, string> changed)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(changed);
        var words = CurrentAnswers.Between(section, before, after).Select(change => change.InWords).ToList();
        if (words.Count > 0) return words;
        // The summary does not tell every detail.
        return [.. Fields(before).Where(field => Section.Names([field]).Any(name => changed.ContainsKey(prefix + name))).Select(field => $"{field.Label} : {string.Join(" ", Section.Names([field]).Select(name => Detail(name)))}.")];

        string Detail(string name) => $"« {before.Sheet[prefix + name]?.Value ?? ""} » auparavant, « {changed.GetValueOrDefault(prefix + name, before.Sheet[prefix + name]?.Value ?? "")} » maintenant";
    }

    private IReadOnlyList<FieldError> Check(ApplicationFacts facts) => list is null ? section.Check(facts) : list.Check(facts.Sheet.Under(prefix), facts.Sheet.CreatedOn);

    private static IEnumerable<SlipPlace> Of(Section section, ApplicationFacts facts)
    {
        if (section.Fields(facts).Count > 0) yield return new(section);
        foreach (var list in section.Lists.Where(list => list is not CostItems))
        {
            foreach (var line in list.Lines(facts.Sheet)) yield return new(section, list, line.Id, line.What);
        }
    }
}
