using Iness.Casework.Deadlines;
using Iness.Regulation;

namespace Iness.Casework.Messages;

/// <summary>What an officer asks of an organisation.</summary>
/// <param name="Items">What, in the order of the letter.</param>
/// <param name="DueOn">The last day given, before it is moved to a working day.</param>
/// <param name="Note">A word with it; null for none.</param>
/// <param name="Address">Postal address of the organisation, a line each.</param>
public sealed record MissingItemsDemand(IReadOnlyList<DemandedItem> Items, DateOnly DueOn, string? Note, IReadOnlyList<string> Address)
{
    /// <summary>Days proposed.</summary>
    public const int UsualDays = 30;

    /// <summary>Most days that may be given.</summary>
    public const int MostDays = 180;

    /// <summary>Most items of one request.</summary>
    public const int MostItems = 40;

    /// <summary>Longest item.</summary>
    public const int LongestLabel = 500;

    /// <summary>Longest word.</summary>
    public const int LongestNote = 2000;

    /// <summary>The request that sends it, its last day run on to a working day.</summary>
    internal MissingItemsRequest ToRequest(Guid applicationId, Guid by, DateTime now, bool isOnPayment = false)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            ApplicationId = applicationId,
            SentAt = now,
            SentBy = by,
            DueOn = WorkingDays.RunToWorkingDay(DueOn),
            IsOnPayment = isOnPayment,
            Note = Note,
            Items = [.. Items.Select(item => new MissingItem { Id = Guid.CreateVersion7(now), RequestId = id, DocumentKind = item.DocumentKind, Section = item.Section, Label = item.Label })],
        };
    }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? WhyNot(DateOnly today)
    {
        if (Items.Count == 0) return "Cochez ou écrivez au moins un élément à demander.";
        if (Items.Count > MostItems) return $"Une demande a {MostItems} éléments au plus.";
        if (Items.Any(item => item.Label.Length is 0 or > LongestLabel)) return $"Écrivez chaque élément en {LongestLabel} caractères au plus.";
        if (Items.Any(item => item.DocumentKind is null == item.Section is null)) return "Chaque élément est une pièce, ou une partie de la demande.";
        if (Note is { Length: > LongestNote }) return $"Raccourcissez ce mot : {LongestNote} caractères au plus.";
        if (DueOn <= today) return "Donnez une date à venir.";
        return DueOn > today.AddDays(MostDays) ? $"Donnez une date au plus tard le {French.Date(today.AddDays(MostDays))}." : null;
    }
}

/// <summary>One thing asked.</summary>
/// <param name="DocumentKind">Kind of the document; null for a part of the form.</param>
/// <param name="Section">Part of the form to mend; null for a document.</param>
/// <param name="Label">What is asked, in words.</param>
public sealed record DemandedItem(string? DocumentKind, string? Section, string Label);
