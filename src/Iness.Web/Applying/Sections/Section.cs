using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Applying.Sections;

/// <summary>One part of the application: a line of the task list, a page of its own.</summary>
public abstract class Section
{
    private static readonly string[] SampleLegalForms = ["9220", "5710"];
    private static readonly DateOnly SampleDay = new(2024, 1, 1);
    private HashSet<string>? keys;

    /// <summary>Its address under /demandes/{id}.</summary>
    public abstract string Slug { get; }

    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>What it is for, in one sentence or two, at the top of its page.</summary>
    public abstract string Lead { get; }

    /// <summary>Lists of lines that it holds, below its own fields.</summary>
    public virtual IReadOnlyList<Items.ItemList> Lists => [];

    /// <summary>Its fields, as they were typed.</summary>
    public abstract IReadOnlyList<Field> Fields(ApplicationFacts facts);

    /// <summary>What is missing or wrong in what was typed; nothing blocks, all is said.</summary>
    public abstract IReadOnlyList<FieldError> Check(ApplicationFacts facts);

    /// <summary>The answers in words, for the page that sums them up.</summary>
    public abstract IReadOnlyList<SummaryRow> Summary(ApplicationFacts facts);

    /// <summary>What deserves a second look although every answer can be read; null for nothing. It never keeps anybody from going on.</summary>
    public virtual string? Warning(ApplicationFacts facts) => null;

    /// <summary>Every name its form may send, whatever it shows today: what another window still shows is not lost, and what is not its own is not taken.</summary>
    public IReadOnlySet<string> Keys => keys ??= Names(SampleForms.SelectMany(Fields)).Concat(HiddenNames).ToHashSet(StringComparer.Ordinal);

    /// <summary>Names of fields that show only after some answers.</summary>
    protected virtual IEnumerable<string> HiddenNames => [];

    /// <summary>An association and a company: between them they are shown every field.</summary>
    private static IEnumerable<ApplicationFacts> SampleForms => SampleLegalForms.Select(form => new ApplicationFacts(new(
        SampleDay, [new() { ApplicationId = Guid.Empty, Key = "forme", Value = form, SavedAt = default, SavedBy = Guid.Empty }])));

    /// <summary>Where it stands, honestly.</summary>
    public virtual SectionState State(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var lines = Lists.Where(list => list.IsCalledFor(facts.Sheet)).SelectMany(list => list.Lines(facts.Sheet)).ToList();
        var started = Names(Fields(facts)).Any(name => facts.Sheet[name] is { Value.Length: > 0 }) || lines.Count > 0;
        if (!started) return SectionState.ToDo;
        return Check(facts).Count == 0 && lines.All(line => line.Errors.Count == 0) ? SectionState.Complete : SectionState.Started;
    }

    private static readonly string[] DateParts = ["-jour", "-mois", "-annee"];

    /// <summary>How many of its answers have two values, for somebody to choose.</summary>
    public int Conflicts(AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Answers.Count(answer => answer.OtherValue is not null && Holds(answer.Key));
    }

    /// <summary>Whether an answer is its own, or of a line of its lists.</summary>
    public bool Holds(string key) => Keys.Contains(key) || Lists.Any(list => key.StartsWith(list.Slug + ".", StringComparison.Ordinal));

    /// <summary>The names under which the fields send what is typed: a day has three.</summary>
    public static IEnumerable<string> Names(IEnumerable<Field> fields) => fields.SelectMany(field => field switch
    {
        DateField date => DateParts.Select(part => date.Name + part),
        _ => Enumerable.Repeat(field.Name, 1),
    });

    /// <summary>The name of the field that sends something under this name.</summary>
    public static string FieldName(string name) => DateParts.FirstOrDefault(part => name.EndsWith(part, StringComparison.Ordinal)) is { } part ? name[..^part.Length] : name;

    /// <summary>What stands in a field.</summary>
    protected static string? Shown(IReadOnlyDictionary<string, StringValues> typed, string name) => typed.GetValueOrDefault(name).ToString();
}

/// <summary>Where a section stands.</summary>
public enum SectionState
{
    /// <summary>Nothing typed yet.</summary>
    ToDo,

    /// <summary>Something is missing or wrong.</summary>
    Started,

    /// <summary>All is there.</summary>
    Complete,
}

/// <summary>One answer in words.</summary>
/// <param name="Name">Subject.</param>
/// <param name="Answer">The answer; null when it is missing.</param>
/// <param name="Source">Where it comes from, when not typed.</param>
public sealed record SummaryRow(string Name, string? Answer, string? Source = null);
