using System.Globalization;

namespace Iness.Casework.Documents.Invoices.Xml;

/// <summary>The text of an element without elements inside, and the attributes that qualify it.</summary>
internal readonly record struct XmlLeaf(string Name, string Content, string? Scheme, string? Currency, string? Format)
{
    private const NumberStyles Decimals = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The text without the blanks around; null when there is nothing else.</summary>
    public string? Text => Content.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A number; null when nothing is written. What is written otherwise is never guessed at.</summary>
    public decimal? Number
    {
        get
        {
            if (Text is not { } text) return null;
            return decimal.TryParse(text, Decimals, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable("un nombre est attendu", text);
        }
    }

    /// <summary>A day that has to be one; null when nothing is written.</summary>
    public DateOnly? Day => Text is null ? null : DayIfAny ?? throw Unreadable("une date est attendue", Text);

    /// <summary>A day, or null when nothing is written, or only a month or a week.</summary>
    public DateOnly? DayIfAny
    {
        get
        {
            if (Text is not { } text) return null;
            // ISO dates may carry a time, or the zone they are meant in.
            if (text.Length > 10 && text[10] is 'T' or 'Z' or '+' or '-') text = text[..10];
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            // Code list 2379: 102 is a day, 203 to 205 the same with a time. 610 (month) and 616 (week) are no days.
            if (Format is not (null or "102" or "203" or "204" or "205") || text.Length is not (8 or 12 or 14 or 17 or 19)) return null;
            return DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day : null;
        }
    }

    private UnreadableInvoiceException Unreadable(string expected, string text) =>
        new($"contient « {(text.Length > 40 ? text.CutTo(40) + "…" : text)} » là où {expected} ({Name}).");
}
