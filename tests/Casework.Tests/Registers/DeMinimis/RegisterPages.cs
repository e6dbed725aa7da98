using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Iness.Casework.Registers.DeMinimis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Tests.Registers.DeMinimis;

/// <summary>The tabular API of the national register on a local port, page after page of invented rows in its own shape; and the client as the product registers it.</summary>
internal sealed class RegisterPages : IAsyncDisposable
{
    private const string Path = "/api/resources/essai/data/";
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> asked = new();
    private ServiceProvider? provider;

    private RegisterPages(WebApplication app) => this.app = app;

    /// <summary>Its rows, whatever the SIREN asked.</summary>
    public IReadOnlyList<object> Rows { get; set; } = [];

    /// <summary>How many it says there are; null for as many as there are.</summary>
    public int? Total { get; set; }

    /// <summary>What it answers instead of rows; null for rows.</summary>
    public (int Status, string Body)? Instead { get; set; }

    /// <summary>The page from which it answers otherwise.</summary>
    public int InsteadFromPage { get; set; } = 1;

    /// <summary>The queries received.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    public IDeMinimisRegister Register => (provider ??= Services()).GetRequiredService<IDeMinimisRegister>();

    public static async Task<RegisterPages> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var pages = new RegisterPages(app);
        app.Run(pages.AnswerAsync);
        await app.StartAsync();
        return pages;
    }

    /// <summary>A row as the register writes it.</summary>
    public static object Row(string identifier, object amount, string grantedOn = "2026-01-15", string? authority = "Région Hauts-de-France") => new
    {
        __id = 7,
        regime = "Minimis",
        nom_beneficiaire = "-",
        identifiant_beneficiaire = identifier,
        montant_esb = amount,
        instrument_aide = "Subvention directe",
        secteur_aide = "S.94.99",
        commune_beneficiaire = "-",
        pays_beneficiaire = "France",
        date_octroi = grantedOn,
        date_declaration = "2026-02-02",
        date_publication = (string?)null,
        autorite = authority,
        operateur = "-",
    };

    public async ValueTask DisposeAsync()
    {
        if (provider is not null) await provider.DisposeAsync();
        await app.DisposeAsync();
    }

    private ServiceProvider Services() => new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging()
        .AddDeMinimisRegister(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DeMinimisRegister:Enabled"] = "true",
            ["DeMinimisRegister:BaseAddress"] = app.Urls.Single() + Path,
            ["DeMinimisRegister:Retries"] = "1",
        }).Build())
        .BuildServiceProvider();

    private async Task AnswerAsync(HttpContext context)
    {
        asked.Enqueue(context.Request.QueryString.Value!);
        var query = context.Request.Query;
        var page = int.Parse(query["page"].ToString(), CultureInfo.InvariantCulture);
        var size = int.Parse(query["page_size"].ToString(), CultureInfo.InvariantCulture);
        if (context.Request.Path != Path) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (Instead is { } instead && page >= InsteadFromPage) await WriteAsync(context, instead.Status, instead.Body);
        else await WriteAsync(context, StatusCodes.Status200OK, JsonSerializer.Serialize(new { data = Rows.Skip((page - 1) * size).Take(size), meta = new { page, page_size = size, total = Total ?? Rows.Count } }));
    }

    private static Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }
}
