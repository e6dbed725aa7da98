using System.Globalization;
using Iness.Casework.Control;
using Iness.Casework.Payments;
using Iness.Regulation;
using Iness.Web.Components;

namespace Iness.Web.Pages.Officer.Control;

/// <summary>A line paid, as the form of a control shows it.</summary>
/// <param name="Id">The claimed line.</param>
/// <param name="Label">What it says.</param>
/// <param name="Invoice">Its supplier and number.</param>
/// <param name="Amount">What it claims.</param>
/// <param name="Retained">What the payment retained.</param>
/// <param name="Typed">What stands in its field.</param>
/// <param name="Reason">Why it is corrected.</param>
public sealed record ControlledLine(Guid Id, string Label, string Invoice, Money Amount, Money Retained, string Typed, string? Reason)
{
    /// <summary>Name of the field of its amount.</summary>
    public string AmountName => $"retenu-{Id:N}";

    /// <summary>Name of the field of its reason.</summary>
    public string ReasonName => $"raison-{Id:N}";

    /// <summary>What was typed; null when it cannot be read.</summary>
    public Money? Read => FrenchNumber.TryParse(Typed, decimals: 2, out var euros) ? new((long)(euros * 100)) : null;

    /// <summary>Whether what was typed cannot be read.</summary>
    public bool IsWrong => Read is null;

    /// <summary>The line of an invoice, with what was typed for it.</summary>
    public static ControlledLine Of(ClaimedInvoice invoice, ClaimedLine line, FormReader form)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(form);
        var retained = line.Retained ?? Money.Zero;
        var row = new ControlledLine(line.Id, line.Label, $"{invoice.SupplierName}, {invoice.Number}", line.Amount, retained, retained.ToEuros().ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ','), null);
        return form.Values.TryGetValue(row.AmountName, out var typed) ? row with { Typed = typed.ToString(), Reason = form.Values.GetValueOrDefault(row.ReasonName) } : row;
    }
}

/// <summary>The form of the result of a control.</summary>
internal static class ControlForm
{
    private const string PlaceField = "lieu";
    private const string DayField = "fait";
    private const string RecordField = "constat";
    private const string OutcomeField = "resultat";
    private static readonly Choice[] Places = [.. Enum.GetValues<ControlPlace>().Select(place => new Choice(place.ToString(), $"Contrôle {place.InFrench()}"))];
    private static readonly Choice[] Outcomes =
    [
        new(nameof(ControlOutcome.Compliant), "Conforme"),
        new(nameof(ControlOutcome.Corrected), "Écart corrigé", "Une ligne au moins est corrigée ci-dessous."),
        new(nameof(ControlOutcome.Irregular), "Irrégularité", "Signalée par la suite sur les autres dossiers de l'entreprise."),
    ];

    /// <summary>The fields, with what was typed.</summary>
    public static IReadOnlyList<Field> Fields(FormReader form)
    {
        string? Of(string name) => form.Values.GetValueOrDefault(name);
        return
        [
            new RadiosField(PlaceField, "Où le contrôle a-t-il été fait ?", Places) { Value = Of(PlaceField), Inline = true },
            new DateField(DayField, "Fait le") { Value = (Of(DayField + "-jour"), Of(DayField + "-mois"), Of(DayField + "-annee")) },
            new TextAreaField(RecordField, "Ce qui a été contrôlé et constaté") { Value = Of(RecordField), Rows = 8, MaxLength = FileControl.LongestText },
            new RadiosField(OutcomeField, "Résultat", Outcomes) { Value = Of(OutcomeField) },
        ];
    }

    /// <summary>The lines that were changed; each that cannot be read is an error.</summary>
    public static IReadOnlyList<LineCorrected> Corrections(FormReader form, IEnumerable<ControlledLine> lines)
    {
        List<LineCorrected> corrections = [];
        foreach (var line in lines)
        {
            if (line.Read is not { } retained) form.Refuse(line.AmountName, $"« {line.Label} » : {FrenchNumber.AmountAdvice(line.Typed)}");
            else if (retained != line.Retained) corrections.Add(new(line.Id, retained, line.Reason ?? ""));
        }

        return corrections;
    }

    /// <summary>The record; null after noting what is wrong.</summary>
    public static ControlRecord? Read(FormReader form, IReadOnlyList<LineCorrected> corrections, DateOnly today)
    {
        var place = form.Choice(PlaceField, Places, "Dites où le contrôle a été fait.");
        var day = form.Date(DayField, "Indiquez le jour du contrôle.", today);
        var record = form.Required(RecordField, FileControl.LongestText, "Écrivez ce qui a été contrôlé et constaté.");
        var outcome = form.Choice(OutcomeField, Outcomes, "Choisissez le résultat.");
        return form.Errors.Count > 0 ? null : new(Enum.Parse<ControlPlace>(place!), day!.Value, record!, Enum.Parse<ControlOutcome>(outcome!), corrections);
    }

    /// <summary>Where a refusal of the use case is told.</summary>
    public static string FieldOf(string message) =>
        message.Contains("ligne", StringComparison.Ordinal) ? EndModel.LinesField : message.StartsWith("Ce jour", StringComparison.Ordinal) ? DayField : RecordField;
}
