using System.Collections.Concurrent;
using System.Diagnostics;
using Iness.Casework.Registers.Companies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Tests.Registers;

/// <summary>The register as the product registers it, with an address and settings of the test's own.</summary>
internal sealed class RegisterClient : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private readonly ConcurrentQueue<long> sent = new();

    public RegisterClient(Uri address, params (string Name, string Value)[] settings)
    {
        var services = Services(address, settings);
        services.AddHttpClient(nameof(ICompanyRegister)).AddHttpMessageHandler(() => new Departures(sent));
        provider = services.BuildServiceProvider();
    }

    public ICompanyRegister Register => provider.GetRequiredService<ICompanyRegister>();

    /// <summary>When each request left, in order, as <see cref="Stopwatch"/> counts.</summary>
    public IReadOnlyList<long> Sent => [.. sent.Order()];

    public static IServiceCollection Services(Uri address, params (string Name, string Value)[] settings)
    {
        var section = new Dictionary<string, string?> { ["CompanyRegister:BaseAddress"] = address.OriginalString };
        foreach (var (name, value) in settings) section[$"CompanyRegister:{name}"] = value;
        return new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddCompanyRegister(new ConfigurationBuilder().AddInMemoryCollection(section).Build());
    }

    public Task<CompanySearch> FindAsync(string typed)
    {
        Assert.Equal(CompanyNumber.Reading.Number, CompanyNumber.Read(typed, out var number));
        return Register.FindAsync(number!, TestContext.Current.CancellationToken);
    }

    public Task<CompanySearch> SearchAsync(string name) => Register.SearchAsync(name, TestContext.Current.CancellationToken);

    public async Task<CompanyRecord> RecordAsync(string typed) => Assert.Single(Assert.IsType<CompanySearch.Found>(await FindAsync(typed)).Records);

    public async Task UnavailableAsync(string typed, Unavailability reason) =>
        Assert.Equal(new CompanySearch.Unavailable(reason), await FindAsync(typed));

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private sealed class Departures(ConcurrentQueue<long> sent) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Enqueue(Stopwatch.GetTimestamp());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
