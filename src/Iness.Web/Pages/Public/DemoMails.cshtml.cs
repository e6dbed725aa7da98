using System.Text.RegularExpressions;
using Iness.Casework.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Public;

/// <summary>The mails that the demonstration would have sent, for a visitor to read them and follow their links. There is no such page elsewhere.</summary>
[ResponseCache(NoStore = true)]
public sealed partial class DemoMailsModel(MailFolder folder, IConfiguration configuration) : PageModel
{
    private const int MostShown = 50;

    /// <summary>The mails, the newest first.</summary>
    public IReadOnlyList<WrittenMail> Mails { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!configuration.GetValue("Demo:Enabled", false)) return NotFound();
        Mails = await folder.ReadAsync(MostShown, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>A text cut where its links are; the page encodes each piece.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Pieces(string text)
    {
        var at = 0;
        foreach (Match link in Link().Matches(text))
        {
            if (link.Index > at) yield return (text[at..link.Index], false);
            yield return (link.Value, true);
            at = link.Index + link.Length;
        }

        if (at < text.Length) yield return (text[at..], false);
    }

    /// <summary>An address of the web, without the full stop or the bracket that ends its sentence.</summary>
    [GeneratedRegex(@"https?://[^\s<>""«»]*[^\s<>""«».,;:!?)]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
