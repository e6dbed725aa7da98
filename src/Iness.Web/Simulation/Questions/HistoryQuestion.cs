using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Other aid, de minimis aid and earlier applications on one page: most people answer « non » three times.</summary>
public sealed class HistoryQuestion : Question
{
    private static readonly HistoryPart[] Parts = [new PublicAidPart(), new DeMinimisPart(), new PreviousApplicationPart()];

    /// <inheritdoc/>
    public override string Slug => "autres-aides";

    /// <inheritdoc/>
    public override string Name => "Autres aides";

    /// <inheritdoc/>
    public override string? Title => "Avez-vous d'autres aides ?";

    /// <inheritdoc/>
    public override string Why =>
        "Toutes aides publiques réunies, 80 % des dépenses au plus sont financées. Une autre aide régionale au numérique ne se cumule pas. "
        + "Les aides de minimis ont un plafond sur trois ans. Une seule demande INESS peut être déposée tous les deux ans, quelle qu'en ait été l'issue.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Aid4, Provision.Cum1, Provision.Cum2, Provision.Leg1, Provision.Frq1];

    /// <inheritdoc/>
    public override Fact Settles => Fact.OtherPublicAid | Fact.DeMinimisAids | Fact.PreviousApplications;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed) =>
        [.. Parts.SelectMany(part => part.Fields(state.Request, state.HasAnswered(this), typed))];

    /// <inheritdoc/>
    public override bool HasUnknownButton => false;

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form) =>
        Parts.Aggregate(state, (read, part) => read.WithHistory(history => part.Read(history, read.Request.CreatedOn, form)));

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.WithHistory(_ => new());

    /// <inheritdoc/>
    public override string? Answer(SimulationState state)
    {
        var known = string.Join(" ; ", Parts.Select(part => part.InWords(state.Request.History)).Where(words => words is not null));
        return known.Length == 0 ? null : char.ToUpperInvariant(known[0]) + known[1..];
    }
}

/// <summary>One of the three subjects of the page.</summary>
internal abstract class HistoryPart
{
    protected const string Yes = "oui";
    protected const string No = "non";
    protected const string Unknown = "inconnu";

    public abstract IEnumerable<Field> Fields(AssessmentRequest request, bool wasAsked, IReadOnlyDictionary<string, StringValues>? typed);

    /// <summary>The history with this subject read; errors are noted in the form.</summary>
    public abstract History Read(History history, DateOnly createdOn, FormReader form);

    public abstract string? InWords(History history);

    protected static string? Shown(IReadOnlyDictionary<string, StringValues>? typed, string name, string? known) =>
        typed is null ? known : typed.GetValueOrDefault(name).ToString();

    /// <summary>The value of the choice that stands for a list: unknown once asked, nothing before.</summary>
    protected static string? Word<T>(IReadOnlyList<T>? list, bool wasAsked) => list switch
    {
        null => wasAsked ? Unknown : null,
        { Count: 0 } => No,
        _ => Yes,
    };

    protected static TextField Amount(string name, string label, string shownWhen, Money? known, IReadOnlyDictionary<string, StringValues>? typed) => new(name, label)
    {
        Value = Shown(typed, name, known is { } amount ? MoneyWords.Bare(amount) : null),
        InputMode = "decimal",
        Suffix = "€",
        Width = "input--width-10",
        MaxLength = 30,
        ShownWhen = shownWhen,
    };
}
