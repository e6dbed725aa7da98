using Iness.Casework.Documents.Scanning;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Documents;

/// <summary>Registers the store of documents and their scanner.</summary>
public static class DocumentRegistration
{
    /// <summary>Adds <see cref="IDocumentStore"/>, <see cref="IVirusScanner"/> and the use cases of documents, configured by the section « Documents ».</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<DocumentOptions>().Bind(configuration.GetSection(DocumentOptions.Section)).ValidateDataAnnotations()
            .Validate(options => string.IsNullOrWhiteSpace(options.ClamAv) || ClamAvEndpoint.TryParse(options.ClamAv, out _),
                "Documents:ClamAv must be host:port, or the path of a Unix socket.")
            .Validate<IServiceProvider>((options, provider) => !IsServed(FullPath(options.Folder, provider), provider),
                "Documents:Folder must lie outside the web root.")
            .ValidateOnStart();

        services.AddSingleton<IDocumentStore>(provider => new FolderDocumentStore(
            FullPath(Options(provider).Folder, provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IVirusScanner>(provider => ClamAvEndpoint.TryParse(Options(provider).ClamAv, out var endpoint)
            ? new ClamAvScanner(endpoint, Options(provider), provider.GetRequiredService<TimeProvider>())
            : new NoScanner());
        services.AddSingleton<ReceiveFile>();
        services.AddScoped<AddDocument>().AddScoped<RemoveDocument>().AddScoped<SetDocumentValidity>().AddScoped<GiveMandate>();
        services.AddScoped<ITimedWork, ScanDocuments>();
        return services;
    }

    private static DocumentOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DocumentOptions>>().Value;

    private static string FullPath(string folder, IServiceProvider provider) =>
        Path.GetFullPath(folder, provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Environment.CurrentDirectory);

    private static bool IsServed(string folder, IServiceProvider provider)
    {
        if (provider.GetService<IWebHostEnvironment>()?.WebRootPath is not { Length: > 0 } webRoot) return false;
        var way = Path.GetRelativePath(webRoot, folder);
        return way == "." || !(Path.IsPathRooted(way) || way == ".." || way.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }
}
