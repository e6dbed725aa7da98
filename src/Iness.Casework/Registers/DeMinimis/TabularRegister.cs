using System.Text.Json;
using Iness.Regulation;
using Polly;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>Client of the tabular API of data.gouv.fr for the national de minimis register, open and without a key.</summary>
internal sealed class TabularRegister(HttpClient http) : IDeMinimisRegister
{
    public const long LargestAnswer = 2 * 1024 * 1024;

    private const int PageSize = 50;

    /// <summary>An undertaking with more rows than this is not one that a page shows: the answer would not be whole.</summary>
    private const int MostPages = 40;

    public bool IsOpen => true;

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>?> FindAsync(Siren siren, CancellationToken cancellationToken)
    {
        try
        {
            var rows = new List<IReadOnlyDictionary<string, string?>>();
            for (var page = 1; page <= MostPages; page++)
            {
                using var response = await http.GetAsync(new Uri($"?{RegisterRow.Identifier}__contains={siren.Digits}&page={page}&page_size={PageSize}", UriKind.Relative), cancellationToken);
                if (!response.IsSuccessStatusCode) return null;
                await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
                using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
                var before = rows.Count;
                foreach (var row in answer.RootElement.GetProperty("data").EnumerateArray())
                    rows.Add(row.EnumerateObject().ToDictionary(column => column.Name, column => column.Value.ValueKind == JsonValueKind.Null ? null : column.Value.ToString(), StringComparer.Ordinal));
                if (rows.Count >= answer.RootElement.GetProperty("meta").GetProperty("total").GetInt32()) return rows;
                if (rows.Count == before) return null;
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or IOException or ExecutionRejectedException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
