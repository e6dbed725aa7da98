namespace Iness.Regulation;

/// <summary>
/// Writes the sentence of a finding when somebody reads it. Assessing a million files must not format a million sentences, so a
/// rule gives the way to write its sentence, one line from the comparison it explains.
/// </summary>
internal delegate string Sentence(Situation situation, Provision provision);

/// <summary>What a rule returns: a finding that does not hold its situation yet. Two words, so that it travels in registers.</summary>
internal readonly struct Ruling(Provision provision, Verdict verdict, Sentence sentence, Fact missing = Fact.None)
{
    private readonly Sentence sentence = sentence;
    private readonly byte provision = provision.Index;
    private readonly byte verdict = (byte)verdict;

    public Fact Missing { get; } = missing;

    public Verdict Verdict => (Verdict)verdict;

    public Provision Provision => Provision.At(provision);

    public static Ruling Met(Provision provision, Sentence sentence) => new(provision, Verdict.Met, sentence);

    public static Ruling NotMet(Provision provision, Sentence sentence) => new(provision, Verdict.NotMet, sentence);

    public static Ruling Unknown(Provision provision, Fact missing, Sentence sentence) => new(provision, Verdict.Unknown, sentence, missing);

    public static Ruling Review(Provision provision, Sentence sentence) => new(provision, Verdict.Review, sentence);

    public string Explain(Situation situation) => sentence(situation, Provision);
}
