namespace Iness.Casework.Documents.Kinds;

/// <summary>Whether a file may be kept, by what it holds and how it is called.</summary>
public abstract record FileAnswer
{
    private FileAnswer()
    {
    }

    /// <summary>It may.</summary>
    /// <param name="Type">What it holds.</param>
    /// <param name="Name">The name to keep.</param>
    /// <param name="Correction">A sentence that says how the name was corrected; null when it was right.</param>
    public sealed record Accepted(FileType Type, string Name, string? Correction = null) : FileAnswer;

    /// <summary>It may not.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Sentence">Why and what to do, in French, for the person who sent it.</param>
    public sealed record Refused(FileRefusal Reason, string Sentence) : FileAnswer;
}

/// <summary>Why a file is refused.</summary>
public enum FileRefusal
{
    /// <summary>It has no content.</summary>
    Empty,

    /// <summary>It has too many bytes.</summary>
    TooLarge,

    /// <summary>Its content is of no accepted type.</summary>
    NotAccepted,

    /// <summary>Its content begins as an accepted type, and is cut short or broken.</summary>
    Damaged,

    /// <summary>It holds macros.</summary>
    Macros,

    /// <summary>It opens only with a password.</summary>
    Encrypted,

    /// <summary>Its name says another type than its content.</summary>
    WrongExtension,
}
