using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Applications;
using Iness.Web.Applying.Items;
using Iness.Web.Applying.Sections;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Applying;

/// <summary>Reads what a form of the application sends. Beside each field goes what it showed, so that nobody overwrites what they have not seen.</summary>
public static class FormAnswers
{
    /// <summary>Start of the name of the field that holds what was shown.</summary>
    public const string Seen = "vu.";

    private const int PrintLength = 16;

    /// <summary>What a field showed: the revision of its answer, and a print of its value.</summary>
    public static string Shown(int revision, string value) => $"{revision}.{Print(value)}";

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

    /// <summary>Those of the answers sent that could not be kept.</summary>
    public static IReadOnlyList<GivenAnswer> Among(this SavedAnswers saved, IEnumerable<GivenAnswer> given)
    {
        ArgumentNullException.ThrowIfNull(saved);
        return [.. given.Where(answer => saved.NotKept.ContainsKey(answer.Key))];
    }

    /// <summary>Why each of them could not, under the names that the form knows; a part of a day under that of its day.</summary>
    public static IReadOnlyList<FieldError> Errors(this SavedAnswers saved, string prefix)
    {
        ArgumentNullException.ThrowIfNull(saved);
        return [.. saved.NotKept.Select(answer => new FieldError(Section.FieldName(answer.Key[prefix.Length..]), answer.Value)).DistinctBy(error => error.Name)];
    }

    // A box left unticked sends nothing but its revision: it is an answer all the same.
    private static List<GivenAnswer> Read(IEnumerable<string> names, string prefix, IFormCollection form) =>
        [.. names.Where(name => form.ContainsKey(Seen + name)).Select(name => Given(prefix + name, AnswerSheet.Pack(form[name]).ReplaceLineEndings("\n"), form[Seen + name].ToString()))];

    private static GivenAnswer Given(string key, string value, string shown)
    {
        var (revision, print) = shown.Split('.') is [var first, var second] ? (first, second) : (shown, "");
        return new(key, value, int.TryParse(revision, out var seen) ? seen : 0, print == Print(value));
    }

    private static string Print(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..PrintLength];
}
