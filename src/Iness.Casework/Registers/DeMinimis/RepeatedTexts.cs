namespace Iness.Casework.Registers.DeMinimis;

/// <summary>Texts that come again and again over millions of rows (authorities, instruments), each made once. Those after the first few thousand are made anew.</summary>
internal sealed class RepeatedTexts
{
    private const int Most = 4_096;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public string Of(ReadOnlySpan<char> text)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var found)) return found;
        var made = text.ToString();
        if (known.Count < Most) known.Add(made);
        return made;
    }
}
