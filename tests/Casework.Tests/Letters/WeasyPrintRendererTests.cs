using System.Diagnostics;
using Iness.Casework.Letters;
using Iness.TestKit;

namespace Iness.Casework.Tests.Letters;

/// <summary>What becomes of a letter when the program does not do its work: programs of the system stand for one that misbehaves.</summary>
public sealed class WeasyPrintRendererTests
{
    [Fact]
    public async Task RenderAsync_NoProgram_SaysSo() => await UnavailableAsync("/nowhere/weasyprint", PdfUnavailability.NotInstalled);

    [Fact]
    public async Task RenderAsync_ProgramThatFails_SaysSo() => await UnavailableAsync("/bin/false", PdfUnavailability.Failed);

    [Fact]
    public async Task RenderAsync_ProgramThatAnswersNoPdf_SaysSo() => await UnavailableAsync("/bin/echo", PdfUnavailability.Failed);

    [Fact]
    public async Task RenderAsync_ProgramThatNeverEnds_IsKilled()
    {
        using var program = new Stand("never-ends");
        var watch = Stopwatch.StartNew();
        await UnavailableAsync(program.Path, PdfUnavailability.Timeout, TimeSpan.FromSeconds(1));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(30));
        await program.EndedAsync();
    }

    [Fact]
    public async Task RenderAsync_CallerGivesUp_KillsItAndThrows()
    {
        using var program = new Stand("never-ends");
        using var renderer = SampleReceipt.Renderer(program.Path);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => renderer.RenderAsync(SampleReceipt.Html(SampleReceipt.Complete), patience.Token));
        await program.EndedAsync();
    }

    [Fact]
    public async Task RenderAsync_Program_SeesNoSettingOfOurs()
    {
        Environment.SetEnvironmentVariable("INESS_SECRET_OF_A_TEST", "secret");
        using var program = new Stand("sees-no-setting");
        using var renderer = SampleReceipt.Renderer(program.Path);
        Assert.IsType<PdfRendering.Rendered>(await renderer.RenderAsync(SampleReceipt.Html(SampleReceipt.Complete), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("<img src=\"https://example.org/a.png\">")]
    [InlineData("<img src=\"file:///etc/passwd\">")]
    [InlineData("<link rel=\"stylesheet\" href=\"a.css\">")]
    [InlineData("<a href=\"file:///etc/passwd\">")]
    [InlineData("<a rel=\"attachment\" href=\"https://example.org\">")]
    [InlineData("<p style=\"background: url(a.png)\">")]
    [InlineData("<p class=a>")]
    [InlineData("<SCRIPT>")]
    [InlineData("<svg>")]
    [InlineData("<!-- -->")]
    [InlineData("<style>@import 'a.css';</style>")]
    [InlineData("<style>p { background: URL (a.png) }</style>")]
    [InlineData("<style>p { background: u\\72l(a.png) }</style>")]
    [InlineData("<style>@font-face { src: local(a) }</style>")]
    [InlineData("<style>p { color: red }")]
    [InlineData("< p>")]
    public async Task RenderAsync_ReferenceToTheOutside_IsABug(string markup)
    {
        using var renderer = SampleReceipt.Renderer();
        await Assert.ThrowsAsync<ArgumentException>(() => renderer.RenderAsync($"<!DOCTYPE html>\n<html lang=\"fr\">{markup}</html>", TestContext.Current.CancellationToken));
    }

    private static async Task UnavailableAsync(string program, PdfUnavailability reason, TimeSpan? timeout = null)
    {
        using var renderer = SampleReceipt.Renderer(program, timeout);
        Assert.Equal(new PdfRendering.Unavailable(reason), await renderer.RenderAsync(SampleReceipt.Html(SampleReceipt.Complete), TestContext.Current.CancellationToken));
    }

    /// <summary>A program kept beside the tests, called through a link in a folder of its own: it writes beside the link.</summary>
    private sealed class Stand : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("iness-letters-");

        public Stand(string program)
        {
            Path = System.IO.Path.Combine(folder.FullName, program);
            File.CreateSymbolicLink(Path, RepositoryRoot.PathOf("tests", "Casework.Tests", "Letters", "Programs", program));
        }

        public string Path { get; }

        /// <summary>Waits until the process that wrote its number is gone.</summary>
        public async Task EndedAsync()
        {
            var number = int.Parse(await File.ReadAllTextAsync($"{Path}.pid", TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            wait.CancelAfter(TimeSpan.FromSeconds(20));
            try
            {
                using var process = Process.GetProcessById(number);
                await process.WaitForExitAsync(wait.Token);
            }
            catch (ArgumentException)
            {
                // No such process: it has ended.
            }
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
