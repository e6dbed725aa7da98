using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Iness.Casework.Letters;

/// <summary>HTML under construction. The literal parts of a string are markup; whatever fills its holes is text, and is encoded.</summary>
internal sealed class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The handler writes to this instance.")]
    public void Write([InterpolatedStringHandlerArgument("")] ref Holes markup) => _ = markup;

    /// <summary>A style sheet, which is never encoded: only one written in the code.</summary>
    public void WriteStyle([ConstantExpected] string css) => html.Append(css);

    public override string ToString() => html.ToString();

    [InterpolatedStringHandler]
    public readonly ref struct Holes
    {
        private readonly StringBuilder html;

        public Holes(int literalLength, int formattedCount, Markup markup)
        {
            html = markup.html;
            html.EnsureCapacity(html.Length + literalLength + formattedCount * 16);
        }

        public void AppendLiteral(string markup) => html.Append(markup);

        public void AppendFormatted(string text) => html.Append(Encoder.Encode(FrenchTypography.Set(text)));
    }
}
