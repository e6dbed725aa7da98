using Iness.Regulation;
using Iness.Web.Applying.Sections;
using Iness.Web.Components;
using Iness.Web.Simulation.Questions;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Applying.Items;

/// <summary>Other public aid on the same costs (AID-4, CUM-2), one by one.</summary>
public sealed class PublicAidItems : ItemList
{
    /// <summary>The one list of other aid.</summary>
    public static readonly PublicAidItems Instance = new();

    private const string Grantor = "organisme";
    private const string Scheme = "dispositif";
    private const string Amount = "montant";
    private const string Regional = "region";
    private const string State = "etat";

    private static readonly Choice[] States = [new("obtenue", "Obtenue"), new("demandee", "Demandée")];

    /// <inheritdoc/>
    public override string Slug => "aides";

    /// <inheritdoc/>
    public override string Section => "financement";

    /// <inheritdoc/>
    public override string Name => "Autres aides publiques";

    /// <inheritdoc/>
    public override string AddText => "Ajouter une aide publique";

    /// <inheritdoc/>
    public override string LineName => "Aide publique";

    /// <inheritdoc/>
    public override (string Name, string Value)? CalledBy => (FundingSection.OtherAid, "oui");

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(IReadOnlyDictionary<string, StringValues> typed, DateOnly createdOn) =>
    [
        new TextField(Grantor, "Qui l'accorde ?", "Par exemple la CCI, l'État, le département du Nord.") { Value = Shown(typed, Grantor), MaxLength = 100 },
        new TextField(Scheme, "Nom de l'aide", "Par exemple Booster TPE Numérique.") { Value = Shown(typed, Scheme), MaxLength = 100 },
        new TextField(Amount, "Montant") { Value = Shown(typed, Amount), InputMode = "decimal", Suffix = "€", Width = "input--width-10", MaxLength = 30 },
        new RadiosField(State, "Où en est-elle ?", States) { Value = Shown(typed, State), Inline = true },
        YesNo.Field(Regional, "Est-ce une autre aide de la Région pour le numérique ?", "ADEN, INAC… Une telle aide ne se cumule pas avec INESS.", Shown(typed, Regional)),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(IReadOnlyDictionary<string, StringValues> typed, DateOnly createdOn)
    {
        var form = new FormReader(typed);
        ReadLine(form);
        form.Choice(State, States, "Dites si elle est obtenue ou demandée.");
        return form.Errors;
    }

    /// <inheritdoc/>
    public override (string What, string? Amount) Describe(IReadOnlyDictionary<string, StringValues> typed)
    {
        var what = string.Join(", ", new[] { Shown(typed, Scheme), Shown(typed, Grantor) }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return (what.Length == 0 ? "Aide à préciser" : what, Euros(Shown(typed, Amount)));
    }

    /// <summary>The aid declared; null when it is not declared, or when a line cannot be read: an amount left out is never taken for none.</summary>
    public IReadOnlyList<PublicAid>? Read(AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (sheet.Chose(FundingSection.OtherAid, "non")) return [];
        if (!IsCalledFor(sheet)) return null;
        var read = sheet.ItemsOf(Slug).Select(id => ReadLine(new FormReader(sheet.Under(Prefix(id))))).ToList();
        return read.Count == 0 || read.Contains(null) ? null : [.. read.OfType<PublicAid>()];
    }

    /// <summary>An aid known beforehand, as its fields hold it.</summary>
    internal static IEnumerable<(string Name, string Value)> Known(PublicAid aid)
    {
        if (aid.Grantor is { } grantor) yield return (Grantor, grantor);
        if (aid.Scheme is { } scheme) yield return (Scheme, scheme);
        yield return (Amount, MoneyWords.Bare(aid.Amount));
        yield return (Regional, aid.RegionalDigital ? "oui" : "non");
    }

    private static PublicAid? ReadLine(FormReader form)
    {
        var grantor = form.Required(Grantor, 100, "Écrivez le nom de l'organisme.");
        var scheme = form.Text(Scheme, 100);
        var amount = form.Amount(Amount, "Écrivez le montant de cette aide.", new Money(1), MoneyWords.Most);
        var regional = YesNo.Read(form, Regional, "Dites si c'est une aide de la Région pour le numérique.");
        return form.Errors.Count == 0 ? new(amount!.Value, regional!.Value, grantor, scheme) : null;
    }
}
