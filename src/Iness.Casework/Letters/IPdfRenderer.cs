namespace Iness.Casework.Letters;

/// <summary>Draws a letter as a PDF.</summary>
public interface IPdfRenderer
{
    /// <summary>Draws an HTML document that refers to nothing outside itself.</summary>
    /// <exception cref="ArgumentException">The document refers to something outside itself.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; every failure of the renderer is an answer instead.</exception>
    Task<PdfRendering> RenderAsync(string html, CancellationToken cancellationToken);
}

/// <summary>What became of a drawing.</summary>
public abstract record PdfRendering
{
    private PdfRendering()
    {
    }

    /// <summary>The PDF is there.</summary>
    /// <param name="Bytes">The whole file.</param>
    public sealed record Rendered(ReadOnlyMemory<byte> Bytes) : PdfRendering;

    /// <summary>There is no PDF: the HTML is served instead, and says so.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Unavailable(PdfUnavailability Reason) : PdfRendering;
}

/// <summary>Why there is no PDF.</summary>
public enum PdfUnavailability
{
    /// <summary>The program is not on this machine.</summary>
    NotInstalled,

    /// <summary>It took too long, and was stopped.</summary>
    Timeout,

    /// <summary>It failed.</summary>
    Failed,
}
