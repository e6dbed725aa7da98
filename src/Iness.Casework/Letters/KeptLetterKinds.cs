namespace Iness.Casework.Letters;

/// <summary>Kinds of the letters kept as documents besides those that ask for missing items: nobody gives them, so they are none of those that are asked.</summary>
public static class KeptLetterKinds
{
    /// <summary>The letter that tells of a lapse.</summary>
    public const string Lapse = "LapseLetter";
}
