using System.Text.RegularExpressions;

namespace Iness.Casework.Letters;

/// <summary>
/// Refuses a document that would make its renderer read a file or an address. Only what letters use is let through: whatever is not
/// known here is refused, so that nothing has to be thought of in advance.
/// </summary>
internal static partial class SelfContained
{
    private static readonly HashSet<string> Tags =
        ["html", "head", "meta", "title", "style", "body", "main", "div", "section", "h1", "h2", "p", "ul", "li", "span", "strong", "a", "br", "table", "thead", "tbody", "tr", "th", "td"];

    private static readonly HashSet<string> Attributes = ["lang", "class", "charset", "name", "content", "scope"];

    /// <exception cref="ArgumentException">The document holds something a letter does not.</exception>
    public static void Require(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (Stranger(html) is { } stranger) throw new ArgumentException($"A letter cannot hold « {stranger} ».", nameof(html));
    }

    private static string? Stranger(string html)
    {
        var at = html.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal) ? 1 : 0;
        while ((at = html.IndexOf('<', at)) >= 0)
        {
            var tag = Tag().Match(html, at);
            if (!tag.Success || tag.Index != at || !Tags.Contains(tag.Groups["name"].Value)) return Excerpt(html, at);
            foreach (var (name, value) in tag.Groups["attribute"].Captures.Zip(tag.Groups["value"].Captures, (name, value) => (name.Value, value.Value)))
            {
                if (!Attributes.Contains(name) && !(name == "href" && IsLink(value))) return tag.Value;
            }

            at += tag.Length;
            if (tag.Groups["name"].Value != "style" || tag.Groups["end"].Success) continue;
            var closing = html.IndexOf("</style>", at, StringComparison.Ordinal);
            if (closing < 0) return tag.Value;
            var css = html[at..closing];
            if (Reference().IsMatch(css)) return Reference().Match(css).Value;
            at = closing;
        }

        return null;
    }

    private static string Excerpt(string html, int at) => html.Substring(at, Math.Min(40, html.Length - at));

    /// <summary>A link is drawn, never followed.</summary>
    private static bool IsLink(string address) =>
        address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("mailto:", StringComparison.Ordinal);

    [GeneratedRegex("""<(?<end>/)?(?<name>[a-z][a-z0-9]*)(?:\s+(?<attribute>[a-z-]+)="(?<value>[^"<>]*)")*\s*>""", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>Whatever a style sheet could fetch with, written plainly or with escapes.</summary>
    [GeneratedRegex(@"url\s*\(|@import|image\s*\(|image-set|src\s*:|attachment|\\|<", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
