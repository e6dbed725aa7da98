using System.Text;
using System.Text.Json;

namespace Iness.Casework.Assessments;

/// <summary>The members an object may have. They are looked for from the last one found on: most requests keep one order.</summary>
internal sealed class PropertyNames(params string[] names)
{
    private readonly byte[][] utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];

    public string this[int index] => names[index];

    public string Listed => string.Join(", ", names);

    public int Find(ref Utf8JsonReader reader, int hint)
    {
        for (var i = 0; i < utf8.Length; i++)
        {
            var candidate = hint + i;
            if (candidate >= utf8.Length) candidate -= utf8.Length;
            if (reader.ValueTextEquals(utf8[candidate])) return candidate;
        }

        return -1;
    }
}
