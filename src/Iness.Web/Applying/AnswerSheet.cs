using Iness.Casework.Applications;
using Iness.Regulation;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Applying;

/// <summary>The answers of an application as its pages read them: all of them, once, in memory.</summary>
public sealed class AnswerSheet
{
    /// <summary>Stands between the choices of one answer; no keyboard types it.</summary>
    private const char BetweenChoices = '\u001F';

    private readonly Dictionary<string, Answer> answers;

    /// <summary>A sheet of answers.</summary>
    /// <param name="createdOn">Day the draft was created.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="siren">SIREN of the organisation that applies; null for a form that belongs to none.</param>
    public AnswerSheet(DateOnly createdOn, IEnumerable<Answer> answers, Siren? siren = null)
    {
        Siren = siren;
        CreatedOn = createdOn;
        this.answers = answers.ToDictionary(answer => answer.Key, StringComparer.Ordinal);
        Typed = this.answers.ToDictionary(answer => answer.Key, answer => Unpack(answer.Value.Value), StringComparer.Ordinal);
    }

    /// <summary>Day the draft was created.</summary>
    public DateOnly CreatedOn { get; }

    /// <summary>SIREN of the organisation that applies.</summary>
    public Siren? Siren { get; }

    /// <summary>What was typed, by name of field.</summary>
    public IReadOnlyDictionary<string, StringValues> Typed { get; }

    /// <summary>The answers.</summary>
    public IEnumerable<Answer> Answers => answers.Values;

    /// <summary>An answer; null when nothing was ever typed.</summary>
    public Answer? this[string key] => answers.GetValueOrDefault(key);

    /// <summary>What was typed in a field; null when it is empty.</summary>
    public string? Text(string key) => answers.GetValueOrDefault(key)?.Value is { Length: > 0 } text ? text.Trim() : null;

    /// <summary>Whether a choice of a field is made.</summary>
    public bool Chose(string key, string choice) => Typed.GetValueOrDefault(key).Contains(choice);

    /// <summary>What was typed in the fields of one line of a list, under their short names.</summary>
    public IReadOnlyDictionary<string, StringValues> Under(string prefix) =>
        Typed.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The lines of a list, the oldest first: their identifiers are in the order of time.</summary>
    public IReadOnlyList<string> ItemsOf(string list)
    {
        var start = list.Length + 1;
        return
        [
            .. answers.Values
                .Where(answer => answer.Value.Length > 0 && answer.Key.StartsWith(list + ".", StringComparison.Ordinal))
                .Select(answer => answer.Key[start..answer.Key.IndexOf('.', start)])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Choices as they are stored.</summary>
    public static string Pack(StringValues values) => values.Count == 1 ? values.ToString() : string.Join(BetweenChoices, values.ToArray());

    /// <summary>Choices as a form sends them.</summary>
    public static StringValues Unpack(string value) => value.Contains(BetweenChoices, StringComparison.Ordinal) ? new(value.Split(BetweenChoices)) : new(value);
}
