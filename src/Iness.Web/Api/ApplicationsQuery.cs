using System.Globalization;
using Iness.Casework.Assessments;
using Iness.Casework.Lifecycle;
using Iness.Casework.Partners.Reading;
using Iness.Regulation;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Api;

/// <summary>Reads the parameters of a list strictly: one unknown or badly written is told, never passed over.</summary>
internal sealed class ApplicationsQuery
{
    private const int DefaultLimit = 100;

    private static readonly string[] Names = ["after", "limit", "status", "department", "filedFrom", "filedUntil", "changedSince", "verdict", "decided"];

    private readonly List<InputError> errors = [];

    public ApplicationsQuery(IQueryCollection query)
    {
        foreach (var name in query.Keys.Where(name => !Names.Contains(name))) Refuse(name, $"paramètre inconnu ; paramètres acceptés : {string.Join(", ", Names)}.");
        foreach (var (name, values) in query.Where(pair => pair.Key != "status" && pair.Value.Count > 1)) Refuse(name, $"une seule valeur est attendue, {values.Count} sont données.");
        var filed = (From: Read(query, "filedFrom", Day, "date impossible ou mal écrite : AAAA-MM-JJ est attendu."), Until: Read(query, "filedUntil", Day, "date impossible ou mal écrite : AAAA-MM-JJ est attendu."));
        if (filed.From > filed.Until) Refuse("filedUntil", "ce jour est avant celui de filedFrom.");
        Filter = new()
        {
            Statuses = [.. query["status"].OfType<string>().Select(Status).OfType<FileStatus>().Distinct()],
            Department = Read(query, "department", value => value.Length is > 0 and <= 3 ? value : null, "numéro de département attendu, par exemple 59."),
            FiledFrom = filed.From,
            FiledUntil = filed.Until,
            ChangedSince = Read(query, "changedSince", Instant, "instant mal écrit : AAAA-MM-JJThh:mm:ssZ est attendu."),
            Verdict = Read(query, "verdict", PartnerCodes.Parse<OverallVerdict>, $"valeurs acceptées : {string.Join(", ", PartnerCodes.All<OverallVerdict>())}."),
            IsDecided = Read<bool>(query, "decided", value => value switch { "true" => true, "false" => false, _ => null }, "true ou false est attendu."),
        };
        After = Read(query, "after", ApplicationsCursor.Parse, "ce n'est pas la valeur « next » d'une page.");
        Limit = Read<int>(query, "limit", Number, $"nombre de 1 à {ReadApplications.Most} attendu.") ?? DefaultLimit;
    }

    public ApplicationsFilter Filter { get; }

    public ApplicationsCursor? After { get; }

    public int Limit { get; }

    public IReadOnlyList<InputError> Errors => errors;

    private void Refuse(string name, string message) => errors.Add(new(name, message));

    private T? Read<T>(IQueryCollection query, string name, Func<string, T?> read, string otherwise)
        where T : struct
    {
        if (Single(query, name) is not { } value) return null;
        if (read(value) is { } found) return found;
        Refuse(name, otherwise);
        return null;
    }

    private T? Read<T>(IQueryCollection query, string name, Func<string, T?> read, string otherwise)
        where T : class
    {
        if (Single(query, name) is not { } value) return null;
        if (read(value) is { } found) return found;
        Refuse(name, otherwise);
        return null;
    }

    private static string? Single(IQueryCollection query, string name) => query.TryGetValue(name, out StringValues values) && values.Count == 1 ? values[0] ?? "" : null;

    private FileStatus? Status(string code)
    {
        if (PartnerCodes.Parse<FileStatus>(code) is { } status && status != FileStatus.Draft) return status;
        Refuse("status", $"« {code} » n'est pas un statut ; valeurs acceptées : {string.Join(", ", PartnerCodes.All(FileStatus.Draft))}.");
        return null;
    }

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9000 ? day : null;

    private static DateTime? Instant(string value) =>
        DateTimeOffset.TryParseExact(value, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant.Year is > 2000 and < 9000
            ? instant.UtcDateTime
            : null;

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= ReadApplications.Most ? number : null;
}
