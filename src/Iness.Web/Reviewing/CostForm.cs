using Iness.Casework.Review;
using Iness.Regulation;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Reviewing;

/// <summary>The form that corrects a cost line.</summary>
internal static class CostForm
{
    public const string Words = "motif";
    private const string Kind = "correction";
    private const string Category = "nature";
    private const string Amount = "montant";
    private const string Ground = "raison";

    private static readonly Choice[] Kinds =
    [
        new(nameof(CorrectionKind.Requalify), "La requalifier", "Elle est d'une autre nature que celle qui a été déclarée."),
        new(nameof(CorrectionKind.Reduce), "La réduire", "Seule une partie du montant est prise."),
        new(nameof(CorrectionKind.Refuse), "L'écarter", "Rien n'en est pris."),
    ];

    private static readonly Choice[] Grounds = [.. Enum.GetValues<CorrectionGround>().Select(ground => new Choice(ground.ToString(), ground.InFrench()))];

    /// <summary>The fields, with what was typed.</summary>
    public static Field[] Fields(CostLine line, IReadOnlyDictionary<string, StringValues>? typed = null) =>
    [
        new RadiosField(Kind, "Que faire de cette dépense ?", Kinds) { Value = typed?.GetValueOrDefault(Kind) },
        new RadiosField(Category, "Sa nature véritable, si vous la requalifiez", Categories(line)) { Value = typed?.GetValueOrDefault(Category), Small = true, ShownWhen = $"{Kind}={nameof(CorrectionKind.Requalify)}" },
        new TextField(Amount, "Montant pris, hors taxes, si vous la réduisez", $"Présenté : {line.Amount}.")
        {
            Value = typed?.GetValueOrDefault(Amount),
            InputMode = "decimal",
            Suffix = "€",
            Width = "input--width-10",
            MaxLength = 15,
            ShownWhen = $"{Kind}={nameof(CorrectionKind.Reduce)}",
        },
        new RadiosField(Ground, "Raison", Grounds) { Value = typed?.GetValueOrDefault(Ground), Small = true },
        new TextAreaField(Words, "Motif", "Le demandeur le lira, et la décision le reprendra.") { Value = typed?.GetValueOrDefault(Words), Rows = 4, MaxLength = CostCorrection.LongestWords },
    ];

    /// <summary>What is typed in a field, to be carried along while its effect is shown.</summary>
    public static string? ValueOf(Field field) => field switch
    {
        RadiosField radios => radios.Value,
        TextField text => text.Value,
        TextAreaField area => area.Value,
        _ => null,
    };

    /// <summary>The correction typed; null after noting what is wrong.</summary>
    public static CostChange? Read(CostLine line, FormReader form)
    {
        var kind = form.Choice(Kind, Kinds, "Choisissez ce qu'il faut faire de cette dépense.") is { } chosen ? Enum.Parse<CorrectionKind>(chosen) : (CorrectionKind?)null;
        var category = kind == CorrectionKind.Requalify && form.Choice(Category, Categories(line), "Choisissez la nature véritable de cette dépense.") is { } name ? Enum.Parse<CostCategory>(name) : (CostCategory?)null;
        var amount = kind == CorrectionKind.Reduce ? form.Amount(Amount, "Indiquez le montant pris.", new(1), line.Amount) : null;
        var ground = form.Choice(Ground, Grounds, "Choisissez une raison.") is { } reason ? Enum.Parse<CorrectionGround>(reason) : (CorrectionGround?)null;
        var words = form.Required(Words, CostCorrection.LongestWords, "Écrivez le motif : le demandeur le lira.");
        if (form.Errors.Count > 0) return null;
        var change = new CostChange(line.Id, kind!.Value, category, amount, ground!.Value, words!);
        if (change.WhyNot(line) is not { } wrong) return change;
        form.Refuse(kind == CorrectionKind.Reduce ? Amount : Category, wrong);
        return null;
    }

    /// <summary>Those it may truly be: not the one declared, and no equipment of which the kind is unknown.</summary>
    private static Choice[] Categories(CostLine line) =>
    [
        .. CostWords.Categories.Where(choice => choice.Value != line.Category.ToString() && (line.Hardware is not null || choice.Value != nameof(CostCategory.Hardware)))
            .Select(choice => choice with { Hint = null }),
    ];
}
