using Iness.Casework.Letters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Letters;

public sealed class LettersRegistrationTests
{
    [Fact]
    public async Task AddLetters_Settings_ReachTheRendererAndTheLetter()
    {
        await using var provider = Provider(("Letters:WeasyPrint", "/nowhere/weasyprint"), ("ServiceInCharge:Telephone", "03 00 00 00 00"));
        var service = provider.GetRequiredService<IOptions<ServiceInCharge>>().Value;
        var html = LetterHtml.Write(SampleReceipt.Complete.ToLetter(service));
        Assert.Contains("03&#xA0;00&#xA0;00&#xA0;00&#xA0;00", html, StringComparison.Ordinal);
        var answer = await provider.GetRequiredService<IPdfRenderer>().RenderAsync(html, TestContext.Current.CancellationToken);
        Assert.Equal(new PdfRendering.Unavailable(PdfUnavailability.NotInstalled), answer);
    }

    [Theory]
    [InlineData("Letters:WeasyPrint", "")]
    [InlineData("Letters:Timeout", "00:00:00")]
    [InlineData("Letters:AtOnce", "0")]
    [InlineData("ServiceInCharge:Email", "iness")]
    [InlineData("ServiceInCharge:Telephone", "")]
    public void AddLetters_SettingThatCannotWork_IsRefusedAtStart(string name, string value)
    {
        using var provider = Provider((name, value));
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
    }

    private static ServiceProvider Provider(params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddLogging()
        .AddLetters(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value)).Build())
        .BuildServiceProvider();
}
