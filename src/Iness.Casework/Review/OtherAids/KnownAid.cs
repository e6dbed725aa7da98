using Iness.Regulation;

namespace Iness.Casework.Review.OtherAids;

/// <summary>A de minimis aid as one source has it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Siren">The undertaking; null for a declaration, which is made for the single undertaking as a whole.</param>
/// <param name="GrantedOn">Day of the legal right.</param>
/// <param name="Amount">Gross grant equivalent.</param>
/// <param name="Grantor">Who granted it, in the source's words.</param>
/// <param name="Number">Number of our own file, for a grant of ours.</param>
public sealed record KnownAid(AidSource Source, string? Siren, DateOnly GrantedOn, Money Amount, string? Grantor, string? Number = null)
{
    /// <summary>What a grant of ours was before a part of it was taken off: other sources may still know it so. Null for the same amount.</summary>
    public Money? FirstAmount { get; init; }

    /// <summary>Whether another source may mean this aid by its amount.</summary>
    internal bool MayBe(Money amount) => amount == Amount || amount == FirstAmount;
}

/// <summary>A de minimis aid with all that is known of it: counted once, whatever the number of sources.</summary>
/// <param name="Entries">What each source says, the surest first.</param>
/// <param name="IsCounted">Whether it is in the window.</param>
public sealed record LedgerLine(IReadOnlyList<KnownAid> Entries, bool IsCounted)
{
    /// <summary>Days between two entries of one aid, at most: sources note the decision, its notification or the agreement.</summary>
    public const int DaysApart = 31;

    /// <summary>The entry that is believed.</summary>
    public KnownAid Surest => Entries[0];

    /// <summary>The undertaking; null when only the declaration tells.</summary>
    public string? Siren => Entries.Select(entry => entry.Siren).FirstOrDefault(siren => siren is not null);

    /// <summary>What a source says of it; null when it does not know it.</summary>
    public KnownAid? In(AidSource source) => Entries.FirstOrDefault(entry => entry.Source == source);

    /// <summary>
    /// Puts together the entries of different sources that are one aid: same undertaking, same amount (the present or the first one of a grant of ours that was reduced), days near. Two entries of one source
    /// are two aids: each source is believed to know what it lists.
    /// </summary>
    internal static IReadOnlyList<LedgerLine> Of(IEnumerable<KnownAid> known, DeMinimisWindow window)
    {
        var lines = new List<List<KnownAid>>();
        // The surest first, and of each source the entries in the order of time: each takes the nearest line that is free.
        foreach (var entry in known.OrderByDescending(entry => entry.Source).ThenBy(entry => entry.GrantedOn).ThenBy(entry => entry.Amount.Cents))
        {
            var same = lines.Where(line => IsSame(line, entry)).MinBy(line => line.Min(other => DaysBetween(other, entry)));
            if (same is null) lines.Add([entry]);
            else same.Add(entry);
        }

        return [.. lines.Select(line => new LedgerLine(line, window.Contains(line[0].GrantedOn))).OrderByDescending(line => line.Surest.GrantedOn)];
    }

    private static bool IsSame(List<KnownAid> line, KnownAid entry) =>
        line.TrueForAll(other => other.Source != entry.Source && (other.Siren is null || entry.Siren is null || other.Siren == entry.Siren))
        && line.Exists(other => other.MayBe(entry.Amount) || entry.MayBe(other.Amount))
        && line.Exists(other => DaysBetween(other, entry) <= DaysApart);

    private static int DaysBetween(KnownAid one, KnownAid other) => Math.Abs(one.GrantedOn.DayNumber - other.GrantedOn.DayNumber);
}
