using Iness.Casework.Applications;

namespace Iness.Web.Demo;

/// <summary>What becomes of one invented application, from its draft on.</summary>
/// <param name="Rank">Makes the SIREN of its organisation, and the order of what happens on one day.</param>
/// <param name="Organisation">Who applies.</param>
/// <param name="Place">Commune and postal code.</param>
/// <param name="Title">What the project is called.</param>
/// <param name="Costs">Its costs: what, category, euros.</param>
internal sealed record DemoStory(int Rank, string Organisation, (string Commune, string PostalCode) Place, string Title, params (string Label, string Category, int Euros)[] Costs)
{
    private const int DraftDays = 6;

    /// <summary>Answers that differ from those of an association that fulfils everything.</summary>
    public IReadOnlyList<(string Key, string Value)> Differs { get; init; } = [];

    /// <summary>Who applies.</summary>
    public string Applicant { get; init; } = "demandeur-2";

    /// <summary>Who reviews.</summary>
    public string Officer { get; init; } = "instructeur";

    /// <summary>How many days ago it was filed; null for a draft.</summary>
    public int? FiledAgo { get; init; }

    /// <summary>What happened since, each so many days ago.</summary>
    public IReadOnlyList<DemoStep> Steps { get; init; } = [];

    /// <summary>All that happened, from the draft.</summary>
    public IEnumerable<DemoStep> All =>
    [
        new((FiledAgo ?? 0) + DraftDays, desk => desk.StartAsync(this)),
        .. FiledAgo is { } filed ? (DemoStep[])[new(filed, desk => desk.FileAsync(this))] : [],
        .. Steps,
    ];

    /// <summary>The answers of the draft.</summary>
    public KnownAnswer[] Answers(DateOnly today) => DemoAnswers.Of(today, this);
}

/// <summary>Something that happened.</summary>
/// <param name="DaysAgo">When.</param>
/// <param name="Do">What.</param>
internal sealed record DemoStep(int DaysAgo, Func<DemoDesk, Task> Do);
