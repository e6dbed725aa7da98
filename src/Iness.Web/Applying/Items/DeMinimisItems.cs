using Iness.Regulation;
using Iness.Web.Applying.Sections;
using Iness.Web.Components;
using Iness.Web.Simulation.Questions;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Applying.Items;

/// <summary>De minimis aid of the single undertaking (LEG-1), one by one.</summary>
public sealed class DeMinimisItems : ItemList
{
    /// <summary>The one list of de minimis aid.</summary>
    public static readonly DeMinimisItems Instance = new();

    private const string Beneficiary = "beneficiaire";
    private const string Grantor = "organisme";
    private const string Day = "octroi";
    private const string Amount = "montant";

    /// <inheritdoc/>
    public override string Slug => "aides-minimis";

    /// <inheritdoc/>
    public override string Section => "minimis";

    /// <inheritdoc/>
    public override string Name => "Aides de minimis obtenues";

    /// <inheritdoc/>
    public override string AddText => "Ajouter une aide de minimis";

    /// <inheritdoc/>
    public override string LineName => "Aide de minimis";

    /// <inheritdoc/>
    public override (string Name, string Value)? CalledBy => (DeMinimisSection.Given, "oui");

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(IReadOnlyDictionary<string, StringValues> typed, DateOnly createdOn) =>
    [
        new TextField(Grantor, "Qui l'a accordée ?", "Par exemple la CCI, la Région, une ville.") { Value = Shown(typed, Grantor), MaxLength = 100 },
        new DateField(Day, "Accordée le", "La date de la décision, par exemple 27 3 2025.") { Value = (Shown(typed, Day + "-jour"), Shown(typed, Day + "-mois"), Shown(typed, Day + "-annee")) },
        new TextField(Amount, "Montant", "L'équivalent-subvention brut, écrit dans le courrier.") { Value = Shown(typed, Amount), InputMode = "decimal", Suffix = "€", Width = "input--width-10", MaxLength = 30 },
        new TextField(Beneficiary, "À quelle entreprise, si ce n'est pas la vôtre ? (facultatif)", "Le nom d'une entreprise liée.") { Value = Shown(typed, Beneficiary), MaxLength = 150 },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(IReadOnlyDictionary<string, StringValues> typed, DateOnly createdOn)
    {
        var form = new FormReader(typed);
        ReadLine(form);
        return form.Errors;
    }

    /// <inheritdoc/>
    public override (string What, string? Amount) Describe(IReadOnlyDictionary<string, StringValues> typed)
    {
        var day = new FormReader(typed).Date(Day, null);
        var what = string.Join(", ", new[] { Shown(typed, Grantor), day is { } on ? $"le {French.Date(on)}" : null, Shown(typed, Beneficiary) }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return (what.Length == 0 ? "Aide à préciser" : what, Euros(Shown(typed, Amount)));
    }

    /// <summary>The aid declared; null when it is not declared, or when a line cannot be read.</summary>
    public IReadOnlyList<DeMinimisAid>? Read(AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (sheet.Chose(DeMinimisSection.Given, "non")) return [];
        if (!IsCalledFor(sheet)) return null;
        var read = sheet.ItemsOf(Slug).Select(id => ReadLine(new FormReader(sheet.Under(Prefix(id))))).ToList();
        return read.Count == 0 || read.Contains(null) ? null : [.. read.OfType<DeMinimisAid>()];
    }

    /// <summary>An aid known beforehand, as its fields hold it. The simulator asks for no date: it is left to give.</summary>
    internal static IEnumerable<(string Name, string Value)> Known(DeMinimisAid aid)
    {
        if (aid.Grantor is { } grantor) yield return (Grantor, grantor);
        yield return (Amount, MoneyWords.Bare(aid.Amount));
    }

    private static DeMinimisAid? ReadLine(FormReader form)
    {
        var grantor = form.Required(Grantor, 100, "Écrivez le nom de l'organisme.");
        var day = form.Date(Day, "Écrivez le jour où l'aide a été accordée.");
        var amount = form.Amount(Amount, "Écrivez le montant de cette aide.", new Money(1), MoneyWords.Most);
        form.Text(Beneficiary, 150);
        return form.Errors.Count == 0 ? new(day!.Value, amount!.Value, grantor) : null;
    }
}
