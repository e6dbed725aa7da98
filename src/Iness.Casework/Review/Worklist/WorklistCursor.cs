using System.Globalization;

namespace Iness.Casework.Review.Worklist;

/// <summary>A place in a sorted list: just after a file, or just before it. Files that come or go elsewhere do not move it.</summary>
/// <param name="Key">What the list is sorted by, of that file; empty for none.</param>
/// <param name="Id">That file.</param>
/// <param name="IsBackwards">Before it, rather than after.</param>
public sealed record WorklistCursor(string Key, Guid Id, bool IsBackwards)
{
    private const char Separator = '~';

    /// <summary>As an address carries it.</summary>
    public override string ToString() => $"{Key}{Separator}{Id:N}";

    /// <summary>Reads one; null when it is none, or not of this sort: the list then starts at its beginning.</summary>
    public static WorklistCursor? Parse(string? text, bool isBackwards, WorklistSort sort)
    {
        var parts = (text ?? "").Split(Separator);
        return parts.Length == 2 && Guid.TryParseExact(parts[1], "N", out var id) && IsKey(parts[0], sort) ? new(parts[0], id, isBackwards) : null;
    }

    internal DateOnly? Day => Key.Length == 0 ? null : DateOnly.ParseExact(Key, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal DateTime Instant => new(long.Parse(Key, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    internal long Cents => long.Parse(Key, CultureInfo.InvariantCulture);

    internal static string KeyOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    internal static string KeyOf(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsKey(string key, WorklistSort sort) => sort switch
    {
        WorklistSort.Deadline => key.Length == 0 || DateOnly.TryParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        WorklistSort.Filed => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks,
        WorklistSort.Amount => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        _ => key.Length is > 0 and <= 20 && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'),
    };
}
