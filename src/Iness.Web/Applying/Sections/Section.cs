using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Applying.Sections;

/// <summary>One part of the application: a line of the task list, a page of its own.</summary>
public abstract class Section
{
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

    /// <summary>Where it stands, honestly.</summary>
    public virtual SectionState State(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var lines = Lists.Where(list => list.IsCalledFor(facts.Sheet)).SelectMany(list => list.Lines(facts.Sheet)).ToList();
        var started = Names(Fields(facts)).Any(name => facts.Sheet[name] is { SavedBy: not null, Value.Length: > 0 }) || lines.Count > 0;
        if (!started) return SectionState.ToDo;
        return Check(facts).Count == 0 && lines.All(line => line.Errors.Count == 0) ? SectionState.Complete : SectionState.Started;
    }

    private static readonly string[] DateParts = ["-jour", "-mois", "-annee"];

    /// <summary>The names under which the fields send what is typed: a day has three.</summary>
    public static IEnumerable<string> Names(IEnumerable<Field> fields) => fields.SelectMany(field => field switch
    {
        DateField date => DateParts.Select(part => date.Name + part),
        _ => Enumerable.Repeat(field.Name, 1),
    });

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
