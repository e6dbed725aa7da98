using System.Globalization;
using Iness.Regulation;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>What finance answers about one payment, read from one line of its file.</summary>
public sealed record ReturnRow
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "dd/MM/yyyy"];

    /// <summary>Line of the file, from 1: the heading is one.</summary>
    public required int Line { get; init; }

    /// <summary>Number of the batch; null when it is not told.</summary>
    public string? Batch { get; init; }

    /// <summary>Number of the file.</summary>
    public required string FileNumber { get; init; }

    /// <summary>Amount; null when it is not told.</summary>
    public Money? Amount { get; init; }

    /// <summary>Number of the payment order.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Day of the payment order.</summary>
    public DateOnly? OrderedOn { get; init; }

    /// <summary>Day it was paid.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>Day it was rejected.</summary>
    public DateOnly? RejectedOn { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>What cannot be read in it, or contradicts itself; null for nothing.</summary>
    public string? Fault { get; private init; }

    /// <summary>Reads one from its values by column.</summary>
    public static ReturnRow Read(int line, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        List<string> faults = [];
        var row = new ReturnRow
        {
            Line = line,
            Batch = Text(values, "lot")?.ToUpperInvariant(),
            FileNumber = Text(values, "dossier")?.ToUpperInvariant() ?? "",
            Amount = AmountIn(values, faults),
            OrderNumber = Text(values, "mandat"),
            OrderedOn = Day(values, "date_mandat", faults),
            PaidOn = Day(values, "date_paiement", faults),
            RejectedOn = Day(values, "date_rejet", faults),
            Reason = Text(values, "motif"),
        };
        return row with { Fault = faults.FirstOrDefault() ?? row.WhyNot() };
    }

    private string? WhyNot()
    {
        if (FileNumber.Length == 0) return "le numéro du dossier manque.";
        if (OrderNumber is { Length: > ClaimedInvoice.LongestNumber }) return $"le numéro de mandat dépasse {ClaimedInvoice.LongestNumber} caractères.";
        if (Reason is { Length: > ClaimedLine.LongestLabel }) return $"le motif dépasse {ClaimedLine.LongestLabel} caractères.";
        if (PaidOn is not null && RejectedOn is not null) return "la ligne dit le paiement fait et rejeté à la fois.";
        if (PaidOn is null && RejectedOn is null && OrderNumber is null) return "la ligne ne dit rien : ni mandat, ni paiement, ni rejet.";
        if (RejectedOn is not null && Reason is null) return "le motif du rejet manque.";
        return OrderedOn > PaidOn ? "le paiement précède son mandat." : null;
    }

    private static string? Text(IReadOnlyDictionary<string, string> values, string column) =>
        values.TryGetValue(column, out var text) && !string.IsNullOrWhiteSpace(text) ? string.Concat(text.Trim().Select(c => char.IsControl(c) ? ' ' : c)) : null;

    private static DateOnly? Day(IReadOnlyDictionary<string, string> values, string column, List<string> faults)
    {
        if (Text(values, column) is not { } text) return null;
        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        faults.Add($"« {text} » n'est pas une date ({column}) : elle s'écrit 2026-11-24 ou 24/11/2026.");
        return null;
    }

    private static Money? AmountIn(IReadOnlyDictionary<string, string> values, List<string> faults)
    {
        if (Text(values, "montant") is not { } text) return null;
        var plain = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace("€", "", StringComparison.Ordinal).Replace(',', '.');
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var euros) && Math.Abs(euros) < 1_000_000_000m && decimal.Round(euros, 2) == euros)
            return new((long)(euros * 100));
        faults.Add($"« {text} » n'est pas un montant : il s'écrit 2400.00 ou 2400,00.");
        return null;
    }
}
