using Iness.Casework.Control;
using Iness.Casework.Decisions;
using Iness.Casework.Recoveries;
using Iness.Regulation;
using Iness.Web.Components;

namespace Iness.Web.Pages.Officer.Recoveries;

/// <summary>The form that opens a recovery: what stands in its fields.</summary>
internal sealed record RecoveryForm
{
    private const string KindField = "mesure";
    private const string AmountField = "montant";
    private const string ProvisionField = "disposition";
    private const string GroundsField = "motifs";
    private const string UntilField = "audition";

    /// <summary>The kind chosen.</summary>
    public string? Kind { get; init; }

    /// <summary>The amount typed.</summary>
    public string? Amount { get; init; }

    /// <summary>The provision typed.</summary>
    public string? Provision { get; init; }

    /// <summary>The grounds.</summary>
    public string? Grounds { get; init; }

    /// <summary>The last day to be heard.</summary>
    public (string? Day, string? Month, string? Year) Until { get; init; }

    /// <summary>What was typed.</summary>
    public static RecoveryForm Typed(FormReader form)
    {
        string? Of(string name) => form.Values.GetValueOrDefault(name);
        return new() { Kind = Of(KindField), Amount = Of(AmountField), Provision = Of(ProvisionField), Grounds = Of(GroundsField), Until = (Of(UntilField + "-jour"), Of(UntilField + "-mois"), Of(UntilField + "-annee")) };
    }

    /// <summary>The demand; null after noting what is wrong.</summary>
    public static RecoveryDemand? Read(FormReader form, IReadOnlyList<RecoveryKind> kinds, RecoverableAmounts amounts, Guid? control)
    {
        var kind = form.Choice(KindField, ChoicesOf(amounts, kinds), "Choisissez ce qui est envisagé.");
        var isWhole = kind == nameof(RecoveryKind.Withdrawal);
        var amount = kind is null || isWhole ? null : form.Amount(AmountField, "Indiquez le montant.", new(1), amounts.MostOf(Enum.Parse<RecoveryKind>(kind)));
        var provision = form.Text(ProvisionField, 20)?.ToUpperInvariant();
        if (provision is not null && Scheme.Provisions.All(known => known.Id != provision)) form.Refuse(ProvisionField, "Cette disposition n'existe pas : écrivez son identifiant, par exemple PAY-1 ou COS-11.");
        var grounds = form.Required(GroundsField, Recovery.LongestText, "Écrivez les motifs, en droit et en fait : le bénéficiaire les lira.");
        var until = form.Date(UntilField, "Indiquez le dernier jour pour présenter des observations.");
        return form.Errors.Count > 0 ? null : new(Enum.Parse<RecoveryKind>(kind!), amount, grounds!, provision, until!.Value, control);
    }

    /// <summary>Where a refusal of the use case is told.</summary>
    public static string FieldOf(string message) =>
        message.Contains("jours", StringComparison.Ordinal) ? UntilField : message.Contains('€', StringComparison.Ordinal) ? AmountField : GroundsField;

    /// <summary>Filled in from a control: the difference that it found, and its record.</summary>
    public RecoveryForm Of(FileControl control, Money aid, Money most) => this with
    {
        Amount = aid < most ? $"{(most - aid).ToEuros()}".Replace('.', ',') : null,
        Provision = Iness.Regulation.Provision.Pay1.Id,
        Grounds = $"Le contrôle fait {control.Place?.InFrench()} le {French.Date(control.MadeOn!.Value)} a constaté :\n\n{control.Record}\n\nSur les dépenses ainsi retenues, le règlement donne une aide de {aid} ; {most} ont été versés.",
    };

    /// <summary>The fields.</summary>
    public IReadOnlyList<Field> Fields(RecoverableAmounts amounts, IReadOnlyList<RecoveryKind> kinds) =>
    [
        new RadiosField(KindField, "Que fait-on ?", ChoicesOf(amounts, kinds)) { Value = Kind },
        new TextField(AmountField, kinds.Contains(RecoveryKind.Repayment) ? "Montant à reverser" : "Montant de la réduction", kinds.Contains(RecoveryKind.Repayment) ? null : "Un retrait porte sur toute l'aide : ne rien écrire ici.") { Value = Amount, InputMode = "decimal", Suffix = "€", Width = "input--width-10" },
        new TextField(ProvisionField, "Disposition du dispositif (facultatif)", "Son identifiant, par exemple PAY-1 ou COS-11 : sa règle est citée dans l'acte.") { Value = Provision, Width = "input--width-10", MaxLength = 20 },
        new TextAreaField(GroundsField, "Motifs, en droit et en fait", "Le bénéficiaire les lit dès maintenant ; l'acte les reprend.") { Value = Grounds, Rows = 8, MaxLength = Recovery.LongestText },
        new DateField(UntilField, "Dernier jour pour présenter des observations", $"{OpenRecovery.LeastDays} jours au moins : l'invitation peut n'être réputée reçue qu'au bout de {NotifyDecision.DaysUnread}. Un jour non ouvré est reporté au suivant.") { Value = Until },
    ];

    private static Choice[] ChoicesOf(RecoverableAmounts amounts, IReadOnlyList<RecoveryKind> kinds) => [.. kinds.Select(kind => new Choice(kind.ToString(), kind switch
    {
        RecoveryKind.Reduction => $"Réduire l'aide, de moins de {amounts.MostOf(kind)}",
        RecoveryKind.Withdrawal => $"Retirer toute l'aide, {amounts.MostOf(kind)}",
        _ => $"Demander le reversement, de {amounts.MostOf(kind)} au plus",
    }))];
}
