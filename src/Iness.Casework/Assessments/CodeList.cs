using System.Text;
using System.Text.Json;

namespace Iness.Casework.Assessments;

/// <summary>The codes of one enumeration as the contract writes them.</summary>
public sealed class CodeList
{
    private readonly (JsonEncodedText Text, byte[] Utf8, int Value)[] codes;

    internal CodeList(params (string Name, int Value)[] codes)
    {
        this.codes = [.. codes.Select(code => (JsonEncodedText.Encode(code.Name), Encoding.UTF8.GetBytes(code.Name), code.Value))];
        Names = [.. codes.Select(code => code.Name)];
    }

    /// <summary>The codes accepted, in the order of the contract.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The code of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no code of its own.</exception>
    public string NameOf(int value) => TextOf(value).Value;

    /// <summary>The values of the codes, in the same order.</summary>
    public IEnumerable<int> Values => codes.Select(code => code.Value);

    internal JsonEncodedText TextOf(int value)
    {
        foreach (var code in codes)
        {
            if (code.Value == value) return code.Text;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "No code stands for this value.");
    }

    internal bool TryRead(ref Utf8JsonReader reader, out int value)
    {
        foreach (var code in codes)
        {
            if (!reader.ValueTextEquals(code.Utf8)) continue;
            value = code.Value;
            return true;
        }

        value = 0;
        return false;
    }
}
