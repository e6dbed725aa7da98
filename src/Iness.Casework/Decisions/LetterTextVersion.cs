namespace Iness.Casework.Decisions;

/// <summary>One version of an editable text of letters. Versions are only added: a letter says which one it was written with.</summary>
public sealed class LetterTextVersion
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The text, such as « decision-grant ».</summary>
    public required string Name { get; init; }

    /// <summary>Counts the versions of this text, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The text, with its merge fields between double braces.</summary>
    public required string Body { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Guid By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Longest text.</summary>
    public const int LongestBody = 20_000;
}
