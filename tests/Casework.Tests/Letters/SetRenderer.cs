using Iness.Casework.Letters;

namespace Iness.Casework.Tests.Letters;

/// <summary>A renderer that answers what the test tells it to.</summary>
internal sealed class SetRenderer : IPdfRenderer
{
    public static readonly PdfRendering Drawn = new PdfRendering.Rendered("%PDF-1.7\n%%EOF\n"u8.ToArray());

    public PdfRendering Answer { get; set; } = Drawn;

    public int Asked { get; private set; }

    public Task<PdfRendering> RenderAsync(string html, CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult(Answer);
    }
}
