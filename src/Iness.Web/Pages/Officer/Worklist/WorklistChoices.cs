using Iness.Casework.Lifecycle;
using Iness.Casework.Review.Worklist;
using Iness.Regulation;
using Iness.Web.Components;
using Iness.Web.Simulation;

namespace Iness.Web.Pages.Officer.Worklist;

/// <summary>The words of the list in addresses and on the page; the address has them in French too.</summary>
internal static class WorklistChoices
{
    /// <summary>Whoever is signed in.</summary>
    public const string Me = "moi";

    /// <summary>Nobody.</summary>
    public const string Nobody = "personne";

    public static readonly Choice[] Departments =
        [new("02", "02, Aisne"), new("59", "59, Nord"), new("60", "60, Oise"), new("62", "62, Pas-de-Calais"), new("80", "80, Somme")];

    public static readonly IReadOnlyDictionary<string, FileStatus> Statuses = CountWorklist.Statuses.ToDictionary(WordOf, StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, OverallVerdict> Verdicts = new Dictionary<string, OverallVerdict>(StringComparer.Ordinal)
    {
        ["eligible"] = OverallVerdict.Eligible,
        ["non-eligible"] = OverallVerdict.Ineligible,
        ["a-examiner"] = OverallVerdict.Undetermined,
    };

    public static readonly IReadOnlyDictionary<string, DeadlineState> Deadlines = new Dictionary<string, DeadlineState>(StringComparer.Ordinal)
    {
        ["en-cours"] = DeadlineState.Running,
        ["proche"] = DeadlineState.Near,
        ["depassee"] = DeadlineState.Passed,
    };

    /// <summary>A deadline as a filter: running ones are those near and passed too.</summary>
    public static string DeadlineInWords(DeadlineState state) => state == DeadlineState.Running ? "toutes celles qui courent" : state.InFrench();

    public static readonly IReadOnlyDictionary<string, CostCategory> Categories =
        CostWords.Categories.ToDictionary(choice => choice.Value.ToLowerInvariant(), choice => Enum.Parse<CostCategory>(choice.Value), StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, WorklistSort> Sorts = new Dictionary<string, WorklistSort>(StringComparer.Ordinal)
    {
        ["echeance"] = WorklistSort.Deadline,
        ["depot"] = WorklistSort.Filed,
        ["aide"] = WorklistSort.Amount,
        ["numero"] = WorklistSort.Number,
    };

    /// <summary>A status in an address: « en-instruction ».</summary>
    public static string WordOf(FileStatus status) => FileStatusWord(status.InFrench());

    /// <summary>The choices of a list, each with what is read.</summary>
    public static IReadOnlyList<Choice> Of<T>(IReadOnlyDictionary<string, T> words, Func<T, string> read) => [.. words.Select(word => new Choice(word.Key, read(word.Value)))];

    /// <summary>The categories, with the words of the simulator.</summary>
    public static IReadOnlyList<Choice> CategoryChoices { get; } = [.. CostWords.Categories.Select(choice => new Choice(choice.Value.ToLowerInvariant(), choice.Text))];

    private static string FileStatusWord(string french) =>
        string.Join('-', Casework.Applications.FileListings.SearchOf(french).Split(' '));
}
