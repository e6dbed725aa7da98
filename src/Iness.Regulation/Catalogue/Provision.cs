namespace Iness.Regulation;

/// <summary>
/// One provision of the scheme, under the stable id that code, tests, pages, letters and the API cite. The public notice has no
/// article numbers: <see cref="Part"/> is the heading under which it says so, <see cref="Rule"/> restates it in our own words.
/// </summary>
public sealed partial class Provision
{
    private static Provision[]? byIndex;

    private Provision(string id, Part part, string title, string rule, string? reading = null, params string[] sources)
    {
        Id = id;
        Index = (byte)(byIndex?.Length ?? 0);
        byIndex = [.. byIndex ?? [], this];
        Part = part;
        Title = title;
        Rule = rule;
        Reading = reading;
        Sources = [$"Avis public du dispositif, rubrique « {part.Heading} »", .. sources];
    }

    /// <summary>Stable id: « ELI-2 ».</summary>
    public string Id { get; }

    /// <summary>Where the notice says it.</summary>
    public Part Part { get; }

    /// <summary>What it is about, in a few French words.</summary>
    public string Title { get; }

    /// <summary>The exact test, in French.</summary>
    public string Rule { get; }

    /// <summary>How it is read where the notice leaves room, and why; null where it leaves none.</summary>
    public string? Reading { get; }

    /// <summary>The texts it rests on.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Its anchor on the page of the rules: « eli-2 ».</summary>
    public string Anchor => Id.ToLowerInvariant();

    /// <summary>Its place among all provisions: a ruling holds this one byte.</summary>
    internal byte Index { get; }

    internal static Provision At(byte index) => byIndex![index];

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>A heading of the public notice.</summary>
/// <param name="Heading">Its French title.</param>
public sealed record Part(string Heading)
{
    /// <summary>Who may ask.</summary>
    public static readonly Part Beneficiaries = new("Entreprises éligibles");

    /// <summary>What any beneficiary must fulfil.</summary>
    public static readonly Part Conditions = new("Critères d'éligibilité");

    /// <summary>Who may not ask.</summary>
    public static readonly Part Exclusions = new("Entreprises inéligibles");

    /// <summary>Which costs count.</summary>
    public static readonly Part EligibleCosts = new("Dépenses concernées");

    /// <summary>Which costs do not.</summary>
    public static readonly Part IneligibleCosts = new("Dépenses inéligibles");

    /// <summary>How much.</summary>
    public static readonly Part Amount = new("Montant de l'aide");

    /// <summary>With which other aid.</summary>
    public static readonly Part Cumulation = new("Quel cumul possible ?");

    /// <summary>How it is asked and paid.</summary>
    public static readonly Part Procedure = new("Quelle démarche à suivre ?");
}
