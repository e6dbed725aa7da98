namespace Iness.Casework.Letters;

/// <summary>A letter of the Région, before it is drawn: on paper (<see cref="LetterHtml"/>), in a mail (<see cref="LetterText"/>), or by a page.</summary>
public sealed record Letter
{
    /// <summary>Who writes.</summary>
    public required ServiceInCharge From { get; init; }

    /// <summary>Name and address of the person written to, a line each.</summary>
    public required IReadOnlyList<string> Recipient { get; init; }

    /// <summary>The day it is written.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Number of the file.</summary>
    public required string Reference { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Title of the document and subject of the mail: what it is about, for which file.</summary>
    public string Title => $"{Subject} – dossier {Reference}";

    /// <summary>What it says.</summary>
    public required IReadOnlyList<LetterSection> Sections { get; init; }
}

/// <summary>A part of a letter.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What stands under it.</param>
/// <param name="Basis">The texts it rests on; null when it needs none.</param>
public sealed record LetterSection(string Heading, IReadOnlyList<LetterBlock> Blocks, string? Basis = null);

/// <summary>A paragraph, a list or a table of facts. Texts are plain French: whoever draws them encodes and sets them.</summary>
public abstract record LetterBlock
{
    private LetterBlock()
    {
    }

    /// <summary>Some sentences.</summary>
    public sealed record Paragraph(string Text) : LetterBlock;

    /// <summary>A list.</summary>
    public sealed record Bullets(IReadOnlyList<string> Items) : LetterBlock;

    /// <summary>Names and their values, one pair a line.</summary>
    public sealed record Facts(IReadOnlyList<LetterFact> Items) : LetterBlock;
}

/// <summary>A name and its value.</summary>
public sealed record LetterFact(string Name, string Value);
