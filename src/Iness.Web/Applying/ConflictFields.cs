using Iness.Web.Applying.Sections;
using Iness.Web.Components;

namespace Iness.Web.Applying;

/// <summary>The fields of the answers that have two values, wherever they are in the application, and even when the form no longer asks for them.</summary>
public static class ConflictFields
{
    private const int LongestQuoted = 500;

    /// <summary>The fields, each under its whole name.</summary>
    public static IReadOnlyList<Field> Of(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var left = facts.Sheet.Answers.Where(answer => answer.OtherValue is not null).Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal);
        if (left.Count == 0) return [];
        List<Field> fields = [];
        foreach (var field in ApplicationForm.Sections.SelectMany(section => section.Fields(facts).Concat(section.Lists.SelectMany(list => OfLines(list, facts)))))
        {
            var names = Section.Names([field]).ToList();
            if (!names.Exists(left.Contains)) continue;
            fields.Add(field);
            left.ExceptWith(names);
        }

        return [.. fields, .. left.Order(StringComparer.Ordinal).Select(key => new TextField(key, "Une réponse qui n'est plus demandée"))];
    }

    /// <summary>Each answer with two values in a line: what stands, and what does not when nobody chooses.</summary>
    public static IReadOnlyList<string> InWords(ApplicationFacts facts) =>
        [.. new AnswerForm(new(Of(facts), []), facts.Sheet, "", new Dictionary<Guid, string>()).Conflicts
            .Select(conflict => $"{conflict.Field.Label} : « {Start(conflict.Saved)} » reste, « {Start(conflict.Other)} » n'est pas retenu.")];

    private static string Start(string value) => value.Length <= LongestQuoted ? value : $"{value.CutTo(LongestQuoted)}…";

    private static IEnumerable<Field> OfLines(Items.ItemList list, ApplicationFacts facts) => facts.Sheet.ItemsOf(list.Slug).SelectMany(line =>
    {
        var prefix = list.Prefix(line);
        return list.Fields(facts.Sheet.Under(prefix), facts.Sheet.CreatedOn).Select(field => field with { Name = prefix + field.Name });
    });
}
