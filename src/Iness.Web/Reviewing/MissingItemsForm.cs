using Iness.Casework.Deadlines;
using Iness.Casework.Messages;
using Iness.Regulation;
using Iness.Web.Components;

namespace Iness.Web.Reviewing;

/// <summary>The form by which an officer asks for missing items: as it is first proposed, or as it was typed.</summary>
public sealed class MissingItemsForm
{
    /// <summary>Name of the boxes.</summary>
    public const string Asked = "demande";

    /// <summary>Where an error of the whole list leads.</summary>
    public const string List = "elements";

    private const string Due = "date";
    private const string Word = "mot";
    private const int FreeLines = 3;

    private MissingItemsForm(IReadOnlyList<MissingLine> lines, IReadOnlyList<FreeLine> free, FormView rest) => (Lines, Free, Rest) = (lines, free, rest);

    /// <summary>What is proposed.</summary>
    public IReadOnlyList<MissingLine> Lines { get; }

    /// <summary>What the officer adds.</summary>
    public IReadOnlyList<FreeLine> Free { get; }

    /// <summary>The date and the word, with every error.</summary>
    public FormView Rest { get; }

    /// <summary>What is asked; null while something is wrong.</summary>
    public MissingItemsDemand? Demand { get; private init; }

    /// <summary>Why the date typed was moved; null when it was not.</summary>
    public string? MovedDate { get; private init; }

    /// <summary>The form as it is first proposed.</summary>
    public static MissingItemsForm Propose(IReadOnlyList<MissingProposal> proposals, DateOnly today) => new(
        [.. proposals.Select(proposal => new MissingLine(proposal.Key, proposal.Why, proposal.Label, proposal.IsLacking))],
        [.. Enumerable.Range(1, FreeLines).Select(number => new FreeLine(number, "", MissingProposal.Places[0].Key))],
        new(Fields(Parts(WorkingDays.RunToWorkingDay(today.AddDays(MissingItemsDemand.UsualDays))), null), []));

    /// <summary>The form as it was typed.</summary>
    public static MissingItemsForm Read(IFormCollection typed, IReadOnlyList<MissingProposal> proposals, DateOnly today, IReadOnlyList<string> address)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(proposals);
        var form = new FormReader(typed);
        var ticked = typed[Asked].OfType<string>().ToList();
        // What was ticked stays in the list, even when the file has changed meanwhile.
        var lines = proposals.Concat(ticked.Where(key => proposals.All(proposal => proposal.Key != key) && MissingProposal.Read(key, "") is not null).Select(key => new MissingProposal(key, "Demandé", "", IsLacking: false)))
            .Select(proposal => new MissingLine(proposal.Key, proposal.Why, form.Values.TryGetValue(MissingLine.FieldOf(proposal.Key), out var label) ? label.ToString().Trim() : proposal.Label, ticked.Contains(proposal.Key))).ToList();
        var free = Enumerable.Range(1, FreeLines)
            .Select(number => new FreeLine(number, form.Values.GetValueOrDefault(FreeLine.FieldOf(number)).ToString().Trim(), form.Values.GetValueOrDefault(FreeLine.PlaceOf(number)).ToString())).ToList();
        foreach (var empty in lines.Where(line => line.IsTicked && line.Label.Length == 0)) form.Refuse(empty.Field, "Écrivez ce qui est demandé, ou décochez la case.");
        foreach (var lost in free.Where(line => line.Label.Length > 0 && MissingProposal.Read(line.Place, line.Label) is null)) form.Refuse(lost.Field, "Dites où cet élément est à fournir.");
        var due = form.Date(Due, "Écrivez la date à laquelle tout doit être envoyé.");
        var note = form.Text(Word, MissingItemsDemand.LongestNote);
        var items = lines.Where(line => line.IsTicked).Select(line => MissingProposal.Read(line.Key, line.Label))
            .Concat(free.Where(line => line.Label.Length > 0).Select(line => MissingProposal.Read(line.Place, line.Label))).OfType<DemandedItem>().ToList();
        var demand = new MissingItemsDemand(items, due ?? today.AddDays(1), note, address);
        if (demand.WhyNot(today) is { } wrong) form.Refuse(due is not null && demand.DueOn != Clamp(demand.DueOn, today) ? Due : List, wrong);
        var given = due is { } day && form.Errors.Count == 0 ? WorkingDays.RunToWorkingDay(day) : (DateOnly?)null;
        var parts = given is { } moved ? Parts(moved) : (Typed(form, "jour"), Typed(form, "mois"), Typed(form, "annee"));
        return new(lines, free, new(Fields(parts, form.Values.GetValueOrDefault(Word)), form.Errors))
        {
            Demand = form.Errors.Count == 0 ? demand with { DueOn = given!.Value } : null,
            MovedDate = given is { } later && later != due ? $"Le {French.Date(due!.Value)} n'est pas un jour ouvré : le délai court jusqu'au {French.Date(later)}." : null,
        };
    }

    /// <summary>The same, with what the use case refused.</summary>
    public MissingItemsForm Refused(string message) => new(Lines, Free, Rest with { Errors = [.. Rest.Errors, new(List, message)] });

    private static DateOnly Clamp(DateOnly day, DateOnly today) => day <= today ? today.AddDays(1) : day > today.AddDays(MissingItemsDemand.MostDays) ? today.AddDays(MissingItemsDemand.MostDays) : day;

    private static Field[] Fields((string?, string?, string?) due, string? word) =>
    [
        new DateField(Due, "Dernier jour pour tout envoyer", $"{MissingItemsDemand.UsualDays} jours d'ordinaire. Un jour qui n'est pas ouvré est remplacé par le jour ouvré suivant.") { Value = due },
        new TextAreaField(Word, "Un mot pour l'accompagner (facultatif)", "Il est écrit dans le courrier et dans l'espace de la structure.") { Value = word, Rows = 4, MaxLength = MissingItemsDemand.LongestNote },
    ];

    private static (string?, string?, string?) Parts(DateOnly day) => (Number(day.Day), Number(day.Month), Number(day.Year));

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Typed(FormReader form, string part) => form.Values.GetValueOrDefault($"{Due}-{part}").ToString();
}

/// <summary>A line proposed.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Why">Why it is proposed.</param>
/// <param name="Label">What would be asked.</param>
/// <param name="IsTicked">Whether it is asked.</param>
public sealed record MissingLine(string Key, string Why, string Label, bool IsTicked)
{
    /// <summary>Name of its text.</summary>
    public string Field => FieldOf(Key);

    /// <summary>Name of the text of a line.</summary>
    public static string FieldOf(string key) => $"libelle-{key}";
}

/// <summary>A line that the officer writes.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Label">What is asked; empty for nothing.</param>
/// <param name="Place">Where it is to be given.</param>
public sealed record FreeLine(int Number, string Label, string Place)
{
    /// <summary>Name of its text.</summary>
    public string Field => FieldOf(Number);

    /// <summary>Name of its place.</summary>
    public string PlaceField => PlaceOf(Number);

    /// <summary>Name of the text of a line.</summary>
    public static string FieldOf(int number) => $"libre-{number}";

    /// <summary>Name of the place of a line.</summary>
    public static string PlaceOf(int number) => $"libre-{number}-ou";
}
