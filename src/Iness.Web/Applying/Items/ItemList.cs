using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Applying.Items;

/// <summary>A list of lines within a part of the application: costs, aids, linked undertakings. Each line has a page of its own.</summary>
public abstract class ItemList
{
    /// <summary>Its address under /demandes/{id}, and start of the names of its fields.</summary>
    public abstract string Slug { get; }

    /// <summary>The part that holds it.</summary>
    public abstract string Section { get; }

    /// <summary>Title above the list.</summary>
    public abstract string Name { get; }

    /// <summary>What the button that adds a line says.</summary>
    public abstract string AddText { get; }

    /// <summary>What one line is called, such as « Dépense ».</summary>
    public abstract string LineName { get; }

    /// <summary>Lines at most.</summary>
    public virtual int Most => 50;

    /// <summary>The answer of the part that calls for it; null when it always stands.</summary>
    public virtual (string Name, string Value)? CalledBy => null;

    /// <summary>Whether the answers of the part call for it.</summary>
    public bool IsCalledFor(AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return CalledBy is not { } answer || sheet.Chose(answer.Name, answer.Value);
    }

    /// <summary>The fields of a line, under their short names, as they were typed.</summary>
    public abstract IReadOnlyList<Field> Fields(IReadOnlyDictionary<string, StringValues> typed, DateOnly createdOn);

    /// <summary>What is missing or wrong in a line.</summary>
    public abstract IReadOnlyList<FieldError> Check(IReadOnlyDictionary<string, StringValues> typed, DateOnly createdOn);

    /// <summary>A line in a few words.</summary>
    public abstract (string What, string? Amount) Describe(IReadOnlyDictionary<string, StringValues> typed);

    /// <summary>Its lines, with what is wrong in each.</summary>
    public IReadOnlyList<ItemLine> Lines(AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return [.. sheet.ItemsOf(Slug).Select(id =>
        {
            var typed = sheet.Under(Prefix(id));
            var (what, amount) = Describe(typed);
            return new ItemLine(id, what, amount, Check(typed, sheet.CreatedOn));
        })];
    }

    /// <summary>Start of the names of the fields of a line.</summary>
    public string Prefix(string id) => $"{Slug}.{id}.";

    /// <summary>Whether a text is an identifier of a line, as <see cref="NewId"/> makes them.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= 20 && id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character));

    /// <summary>A new identifier: later ones come after earlier ones, and two windows do not choose the same.</summary>
    public static string NewId(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return $"l{time.GetUtcNow().ToUnixTimeMilliseconds():x12}{Random.Shared.Next(0x1000):x3}";
    }

    /// <summary>What stands in a field.</summary>
    protected static string? Shown(IReadOnlyDictionary<string, StringValues> typed, string name) => typed.GetValueOrDefault(name).ToString();

    /// <summary>An amount in words, or what was typed for it.</summary>
    protected static string? Euros(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : FrenchNumber.TryParse(typed, 2, out var amount) ? new Iness.Regulation.Money((long)(amount * 100)).ToString() : typed;
}

/// <summary>One line of a list.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="What">What it is.</param>
/// <param name="Amount">Its amount, if it has one.</param>
/// <param name="Errors">What is missing or wrong in it.</param>
public sealed record ItemLine(string Id, string What, string? Amount, IReadOnlyList<FieldError> Errors);
