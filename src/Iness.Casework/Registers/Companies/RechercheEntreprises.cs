using System.Net;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Iness.Casework.Registers.Companies;

/// <summary>Client of the public API Recherche d'entreprises (DINUM), open and without a key.</summary>
internal sealed class RechercheEntreprises(HttpClient http, TimeProvider time) : ICompanyRegister
{
    /// <summary>An answer is a few kilobytes; anything beyond this is not one.</summary>
    public const long LargestAnswer = 2 * 1024 * 1024;

    private const int ChoicesShown = 10;
    private const int LongestName = 200;

    public Task<CompanySearch> FindAsync(CompanyNumber number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(number);
        return AskAsync($"search?q={number.Digits}&per_page=1", number, cancellationToken);
    }

    public Task<CompanySearch> SearchAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var words = name.Trim();
        words = words.CutTo(LongestName);
        return AskAsync($"search?q={Uri.EscapeDataString(words)}&per_page={ChoicesShown}", null, cancellationToken);
    }

    private async Task<CompanySearch> AskAsync(string query, CompanyNumber? number, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(query, UriKind.Relative), cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await ReadAsync(response, number, cancellationToken),
                HttpStatusCode.TooManyRequests => new CompanySearch.Unavailable(Unavailability.TooMany),
                // The register refuses words it cannot search (too short, say): it knows nothing of them.
                HttpStatusCode.BadRequest or HttpStatusCode.NotFound => new CompanySearch.NothingKnown(),
                _ => new CompanySearch.Unavailable(Unavailability.Error),
            };
        }
        catch (TimeoutRejectedException)
        {
            return new CompanySearch.Unavailable(Unavailability.Timeout);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CompanySearch.Unavailable(Unavailability.Timeout);
        }
        catch (RateLimiterRejectedException)
        {
            return new CompanySearch.Unavailable(Unavailability.TooMany);
        }
        catch (BrokenCircuitException)
        {
            return new CompanySearch.Unavailable(Unavailability.CircuitOpen);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or IOException)
        {
            return new CompanySearch.Unavailable(Unavailability.Error);
        }
    }

    private async Task<CompanySearch> ReadAsync(HttpResponseMessage response, CompanyNumber? number, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        var records = RegisterAnswerReader.Read(answer.RootElement, number, time.GetUtcNow());
        return records.Count == 0 ? new CompanySearch.NothingKnown() : new CompanySearch.Found(records);
    }
}

/// <summary>Stands in when searching is switched off: the same questions are then simply asked.</summary>
internal sealed class SwitchedOffRegister : ICompanyRegister
{
    private static readonly Task<CompanySearch> Answer = Task.FromResult<CompanySearch>(new CompanySearch.Unavailable(Unavailability.SwitchedOff));

    public Task<CompanySearch> FindAsync(CompanyNumber number, CancellationToken cancellationToken) => Answer;

    public Task<CompanySearch> SearchAsync(string name, CancellationToken cancellationToken) => Answer;
}
