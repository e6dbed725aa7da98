using System.Text.Json;

namespace Iness.Web.Pages.Administration.Log;

/// <summary>The details of a line of the log, ready to be read.</summary>
/// <param name="Why">The reason; null for none.</param>
/// <param name="Changes">What changed, a line each.</param>
public sealed record AuditDetails(string? Why, IReadOnlyList<string> Changes)
{
    private const int MostChanges = 100;

    /// <summary>Reads them. What somebody wrote there by hand is shown as it is: the verification tells it.</summary>
    public static AuditDetails Read(string details)
    {
        try
        {
            using var json = JsonDocument.Parse(details);
            var why = json.RootElement.TryGetProperty("why", out var reason) ? reason.GetString() : null;
            return new(why, [.. json.RootElement.GetProperty("changes").EnumerateArray().SelectMany(LinesOf).Take(MostChanges)]);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new(null, [details]);
        }
    }

    private static IEnumerable<string> LinesOf(JsonElement change)
    {
        var what = $"{change.GetProperty("what").GetString()} {string.Join(' ', change.GetProperty("key").EnumerateObject().Select(part => part.Value.GetString()))}";
        yield return $"{what} : {change.GetProperty("change").GetString() switch { "Added" => "ajout", "Deleted" => "suppression", _ => "modification" }}";
        foreach (var value in change.GetProperty("values").EnumerateObject())
            yield return $"{value.Name} : {value.Value[0].GetString() ?? "rien"} → {value.Value[1].GetString() ?? "rien"}";
    }
}
