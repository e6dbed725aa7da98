namespace Iness.Casework.Applications;

/// <summary>
/// One answer of an application, kept exactly as it was typed, wrong or right: a form never loses what was written in it, and says
/// what is wrong with it each time it is read.
/// </summary>
public sealed class Answer
{
    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Name of the field, such as « effectif » or « depenses.c1.montant ».</summary>
    public required string Key { get; init; }

    /// <summary>What was typed; the choices of a group stand one to a line.</summary>
    public required string Value { get; set; }

    /// <summary>Counts its changes, from 1: a form says which one it shows, so that nobody overwrites what they have not seen.</summary>
    public int Revision { get; set; }

    /// <summary>When, UTC.</summary>
    public required DateTime SavedAt { get; set; }

    /// <summary>Who; null when it comes from a register.</summary>
    public required Guid? SavedBy { get; set; }

    /// <summary>Another value typed meanwhile, over a revision that was no longer the last: kept until somebody chooses.</summary>
    public string? OtherValue { get; set; }

    /// <summary>When that one was typed, UTC.</summary>
    public DateTime? OtherAt { get; set; }

    /// <summary>Who typed it.</summary>
    public Guid? OtherBy { get; set; }

    /// <summary>Longest value: a page of text.</summary>
    public const int LongestValue = 8000;

    /// <summary>The field that names the project, shown in lists.</summary>
    public const string TitleKey = "titre";

    /// <summary>Longest key.</summary>
    public const int LongestKey = 100;
}
