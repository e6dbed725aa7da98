namespace Iness.Casework;

/// <summary>Texts cut to the room there is for them.</summary>
public static class CutText
{
    /// <summary>The beginning of a text, of so many UTF-16 units at most: never half a character, which PostgreSQL refuses.</summary>
    public static string CutTo(this string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : text.AsSpan().CutTo(most).ToString();
    }

    /// <summary>The same, of a span.</summary>
    public static ReadOnlySpan<char> CutTo(this ReadOnlySpan<char> text, int most) =>
        text.Length <= most ? text : most > 0 && char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
}
