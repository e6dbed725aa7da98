using Iness.Casework.Applications;
using Iness.Web.Applying.Items;
using Iness.Web.Applying.Sections;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Applying;

/// <summary>Reads what a form of the application sends. Beside each field goes the revision it showed, so that nobody overwrites what they have not seen.</summary>
public static class FormAnswers
{
    /// <summary>Start of the name of the field that holds the revision shown.</summary>
    public const string Seen = "vu.";

    /// <summary>The answers of a part.</summary>
    public static IReadOnlyList<GivenAnswer> Read(Section section, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Read(section.Keys, "", form);
    }

    /// <summary>The answers of one line of a list.</summary>
    public static IReadOnlyList<GivenAnswer> Read(ItemList list, string item, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Read(Section.Names(list.Fields(new Dictionary<string, StringValues>(), default)), list.Prefix(item), form);
    }

    // A box left unticked sends nothing but its revision: it is an answer all the same.
    private static List<GivenAnswer> Read(IEnumerable<string> names, string prefix, IFormCollection form) =>
        [.. names.Where(name => form.ContainsKey(Seen + name)).Select(name =>
            new GivenAnswer(prefix + name, AnswerSheet.Pack(form[name]).ReplaceLineEndings("\n"), int.TryParse(form[Seen + name], out var seen) ? seen : 0))];
}
