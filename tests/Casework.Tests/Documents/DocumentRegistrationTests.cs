using System.Net;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Documents.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Documents;

public sealed class DocumentRegistrationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AddDocuments_NoScannerConfigured_SaysItIsAbsent()
    {
        await using var app = Portal(("Documents:Folder", "documents"), ("Documents:ClamAv", ""));

        Assert.IsType<NoScanner>(app.Services.GetRequiredService<IVirusScanner>());
        Assert.NotNull(app.Services.GetRequiredService<ReceiveFile>());
    }

    [Theory]
    [InlineData("127.0.0.1:3310")]
    [InlineData("/run/clamav/clamd.ctl")]
    public async Task AddDocuments_ScannerConfigured_AsksClamAv(string endpoint)
    {
        await using var app = Portal(("Documents:ClamAv", endpoint));

        Assert.IsType<ClamAvScanner>(app.Services.GetRequiredService<IVirusScanner>());
    }

    [Fact]
    public async Task AddDocuments_RelativeFolder_LiesInTheContentRoot()
    {
        await using var app = Portal(("Documents:Folder", "kept/documents"));

        await app.Services.GetRequiredService<IDocumentStore>().WriteAsync(new MemoryStream([1]), 1, TestContext.Current.CancellationToken);

        Assert.StartsWith("kept/documents/", Assert.Single(folder.Files).Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Documents:Folder", "wwwroot")]
    [InlineData("Documents:Folder", "wwwroot/documents")]
    [InlineData("Documents:Folder", "data/../wwwroot/documents")]
    [InlineData("Documents:Folder", "")]
    [InlineData("Documents:ClamAv", "clamav")]
    [InlineData("Documents:LargestFile", "0")]
    [InlineData("Documents:ClamAvScanTimeout", "00:00:00")]
    public async Task AddDocuments_WrongSetting_StopsTheStart(string name, string value)
    {
        await using var app = Portal((name, value));

        await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("wwwroot-documents")]
    [InlineData("documents")]
    public async Task AddDocuments_FolderBesideTheWebRoot_IsRight(string name)
    {
        await using var app = Portal(("Documents:Folder", name));

        Assert.NotNull(app.Services.GetRequiredService<IDocumentStore>());
    }

    private WebApplication Portal(params (string Name, string Value)[] settings)
    {
        Directory.CreateDirectory(folder.PathOf("wwwroot"));
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = folder.FullPath, WebRootPath = folder.PathOf("wwwroot") });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(TimeProvider.System).AddDocuments(builder.Configuration);
        return builder.Build();
    }
}
