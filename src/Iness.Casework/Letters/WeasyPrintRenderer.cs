using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Letters;

/// <summary>
/// WeasyPrint in a process of its own: HTML in, PDF/UA out. The process sees no setting of ours, has no base address to resolve a
/// reference against, and draws the same bytes for the same letter.
/// </summary>
internal sealed partial class WeasyPrintRenderer(IOptions<LettersOptions> options, ILogger<WeasyPrintRenderer> logger) : IPdfRenderer, IDisposable
{
    private const int LongestComplaint = 500;

    private static readonly string[] Arguments = ["--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "--base-url", "none:", "-", "-"];
    private static readonly string[] VariablesKept = ["PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "FONTCONFIG_PATH", "FONTCONFIG_FILE"];

    private readonly SemaphoreSlim turns = new(options.Value.AtOnce);

    public async Task<PdfRendering> RenderAsync(string html, CancellationToken cancellationToken)
    {
        SelfContained.Require(html);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.Timeout);
        var turn = false;
        try
        {
            await turns.WaitAsync(patience.Token);
            turn = true;
            return await DrawAsync(html, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            TookTooLong(options.Value.Timeout);
            return new PdfRendering.Unavailable(PdfUnavailability.Timeout);
        }
        finally
        {
            if (turn) turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    private async Task<PdfRendering> DrawAsync(string html, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo() };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            NotStarted(options.Value.WeasyPrint, exception.Message);
            return new PdfRendering.Unavailable(PdfUnavailability.NotInstalled);
        }

        try
        {
            using var drawn = new MemoryStream();
            var complaint = process.StandardError.ReadToEndAsync(cancellationToken);
            await Task.WhenAll(
                FeedAsync(process, html, cancellationToken),
                process.StandardOutput.BaseStream.CopyToAsync(drawn, cancellationToken),
                complaint);
            await process.WaitForExitAsync(cancellationToken);
            var bytes = drawn.ToArray();
            if (process.ExitCode == 0 && bytes.AsSpan().StartsWith("%PDF-"u8)) return new PdfRendering.Rendered(bytes);

            var said = (await complaint).Trim();
            Failed(process.ExitCode, said.Length > LongestComplaint ? said[^LongestComplaint..] : said);
            return new PdfRendering.Unavailable(PdfUnavailability.Failed);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(options.Value.WeasyPrint, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = Path.GetTempPath(),
        };
        var kept = VariablesKept.Where(start.Environment.ContainsKey).ToDictionary(name => name, name => start.Environment[name]);
        start.Environment.Clear();
        foreach (var (name, value) in kept) start.Environment[name] = value;
        start.Environment["LC_ALL"] = "C.UTF-8";
        // Without these two, the order of some glyphs and a date within the fonts change from one drawing to the next.
        start.Environment["PYTHONHASHSEED"] = "0";
        start.Environment["SOURCE_DATE_EPOCH"] = "0";
        return start;
    }

    private static async Task FeedAsync(Process process, string html, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(html.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It closed its input before the end: its exit code tells why.
        }
    }

    [LoggerMessage(LogLevel.Warning, "No PDF: {Program} cannot be started ({Reason})")]
    private partial void NotStarted(string program, string reason);

    [LoggerMessage(LogLevel.Warning, "No PDF: drawing took more than {Timeout}")]
    private partial void TookTooLong(TimeSpan timeout);

    [LoggerMessage(LogLevel.Error, "No PDF: the renderer ended with code {Code}: {Complaint}")]
    private partial void Failed(int code, string complaint);
}
