using Iness.Casework.Applications;
using Iness.Casework.Review.Worklist;
using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using FormReader = Iness.Web.Components.FormReader;

namespace Iness.Web.Pages.Officer.Worklist;

/// <summary>
/// The list as its address tells it. What an address says that the list does not know is left out; an amount or a search that cannot be
/// read is said beside its field.
/// </summary>
public sealed class WorklistAddress
{
    /// <summary>The page.</summary>
    public const string Path = "/dossiers";

    private const int LongestSearch = 100;
    private const int ShortestSearch = 3;
    private static readonly Money MostAid = Money.Euros(1_000_000);
    private static readonly string[] Names = ["recherche", "statut", "instructeur", "departement", "avis", "echeance", "aide-min", "aide-max", "depense", "tri", "ordre"];

    private readonly FormReader reader;
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);

    private WorklistAddress(IEnumerable<KeyValuePair<string, StringValues>> query, Guid me)
    {
        reader = new(query);
        var officer = Told("instructeur", word => word is WorklistChoices.Me or WorklistChoices.Nobody || Guid.TryParseExact(word, "D", out _));
        Filter = new()
        {
            Search = Search(),
            Status = Word("statut", WorklistChoices.Statuses),
            IsUnassigned = officer == WorklistChoices.Nobody,
            OfficerId = officer == WorklistChoices.Me ? me : Guid.TryParse(officer, out var id) ? id : null,
            Department = Told("departement", word => WorklistChoices.Departments.Any(choice => choice.Value == word)),
            Verdict = Word("avis", WorklistChoices.Verdicts),
            Deadline = Word("echeance", WorklistChoices.Deadlines),
            AidFrom = Amount("aide-min"),
            AidTo = Amount("aide-max"),
            Category = Word("depense", WorklistChoices.Categories),
        };
        Sort = Word("tri", WorklistChoices.Sorts) ?? WorklistSort.Deadline;
        IsDescending = Told("ordre", word => word == "decroissant") is not null;
        From = WorklistCursor.Parse(Raw("avant"), isBackwards: true, Sort) ?? WorklistCursor.Parse(Raw("apres"), isBackwards: false, Sort);
    }

    /// <summary>Which files.</summary>
    public WorklistFilter Filter { get; }

    /// <summary>In what order.</summary>
    public WorklistSort Sort { get; }

    /// <summary>Whether the greatest comes first.</summary>
    public bool IsDescending { get; }

    /// <summary>Where the page starts.</summary>
    public WorklistCursor? From { get; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<FieldError> Errors => reader.Errors;

    /// <summary>Whether anything is filtered or sorted, the tab apart.</summary>
    public bool IsNarrowed => told.Keys.Any(name => name is not ("statut" or "tri" or "ordre" or "recherche"));

    /// <summary>Whether it is the list as it opens.</summary>
    public bool IsBare => told.Count == 0 && From is null && Errors.Count == 0;

    /// <summary>What follows the question mark, the page apart; empty for the list as it opens.</summary>
    public string Query => QueryWith();

    /// <summary>Its address, from the first page.</summary>
    public string Address => With();

    /// <summary>Reads the address of a request.</summary>
    public static WorklistAddress Of(HttpRequest request, Guid me)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(request.Query, me);
    }

    /// <summary>Reads what follows the question mark, as a view or a form kept it.</summary>
    public static WorklistAddress Parse(string? query, Guid me) => new(QueryHelpers.ParseQuery(query), me);

    /// <summary>What a field shows.</summary>
    public string? Shown(string name) => reader.Values.GetValueOrDefault(name).ToString() is { Length: > 0 } text ? text : null;

    /// <summary>What is wrong with a field.</summary>
    public string? ErrorOf(string name) => Errors.FirstOrDefault(error => error.Name == name)?.Message;

    /// <summary>The same list with something else asked; null takes it away. It starts at its first page.</summary>
    public string With(params (string Name, string? Value)[] changes) => QueryWith(changes) is { Length: > 0 } query ? $"{Path}?{query}" : Path;

    /// <summary>The same list, from a place.</summary>
    public string At(WorklistCursor place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return QueryHelpers.AddQueryString(Address, place.IsBackwards ? "avant" : "apres", place.ToString());
    }

    private string QueryWith(params (string Name, string? Value)[] changes)
    {
        var parts = Names.Select(name => (Name: name, Value: changes.Any(change => change.Name == name) ? changes.First(change => change.Name == name).Value : told.GetValueOrDefault(name)));
        return string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    private string Raw(string name) => reader.Values.GetValueOrDefault(name).ToString().Trim();

    private string? Told(string name, Func<string, bool> isKnown)
    {
        var word = Raw(name);
        if (!isKnown(word)) return null;
        told[name] = word;
        return word;
    }

    private T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct => Told(name, words.ContainsKey) is { } word ? words[word] : null;

    private string? Search()
    {
        var text = reader.Text("recherche", LongestSearch);
        if (text is null) return null;
        // Shorter words are in no index, and in nearly every file.
        if (FileListings.SearchOf(text).Split(' ').All(word => word.Length < ShortestSearch))
        {
            reader.Refuse("recherche", $"Écrivez au moins un mot ou un nombre de {ShortestSearch} caractères.");
            return null;
        }

        told["recherche"] = text;
        return text;
    }

    private Money? Amount(string name)
    {
        var typed = Raw(name);
        if (typed.Length == 0 || reader.Amount(name, "", Money.Zero, MostAid) is not { } amount) return null;
        told[name] = typed;
        return amount;
    }
}
