using System.Collections;

namespace Iness.Regulation;

/// <summary>What one provision says of one application, with the reason.</summary>
public readonly struct Finding
{
    private readonly Situation situation;
    private readonly Ruling ruling;

    internal Finding(Situation situation, Ruling ruling) => (this.situation, this.ruling) = (situation, ruling);

    /// <summary>The provision applied.</summary>
    public Provision Provision => ruling.Provision;

    /// <summary>Its verdict.</summary>
    public Verdict Verdict => ruling.Verdict;

    /// <summary>The facts that would settle an unknown; none otherwise.</summary>
    public Fact Missing => ruling.Missing;

    /// <summary>One French sentence or two, with the value used and the threshold; written when it is read.</summary>
    public string Explanation => ruling.Explain(situation);

    /// <inheritdoc/>
    public override string ToString() => $"{Provision.Id} {Verdict}: {Explanation}";
}

/// <summary>All the findings of an assessment, in the order of the text.</summary>
public readonly struct FindingList : IReadOnlyList<Finding>
{
    private readonly Situation situation;
    private readonly Ruling[] rulings;

    internal FindingList(Situation situation, Ruling[] rulings) => (this.situation, this.rulings) = (situation, rulings);

    /// <inheritdoc/>
    public int Count => rulings.Length;

    /// <inheritdoc/>
    public Finding this[int index] => new(situation, rulings[index]);

    /// <inheritdoc/>
    public IEnumerator<Finding> GetEnumerator()
    {
        foreach (var ruling in rulings) yield return new(situation, ruling);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
