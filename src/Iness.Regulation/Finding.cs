namespace Iness.Regulation;

/// <summary>
/// Writes the sentence of a finding when somebody reads it. Assessing a million files must not format a million sentences, so a
/// rule gives the way to write its sentence, one line from the comparison it explains.
/// </summary>
internal delegate string Sentence(Situation situation, Provision provision);

/// <summary>What one provision says of one application, with the reason.</summary>
public readonly struct Finding
{
    private readonly Situation situation;
    private readonly Sentence sentence;

    internal Finding(Situation situation, Provision provision, Verdict verdict, Sentence sentence, Fact missing = Fact.None)
    {
        this.situation = situation;
        this.sentence = sentence;
        Provision = provision;
        Verdict = verdict;
        Missing = missing;
    }

    /// <summary>The provision applied.</summary>
    public Provision Provision { get; }

    /// <summary>Its verdict.</summary>
    public Verdict Verdict { get; }

    /// <summary>The facts that would settle an unknown; none otherwise.</summary>
    public Fact Missing { get; }

    /// <summary>One French sentence or two, with the value used and the threshold.</summary>
    public string Explanation => sentence(situation, Provision);

    /// <inheritdoc/>
    public override string ToString() => $"{Provision.Id} {Verdict}: {Explanation}";
}
