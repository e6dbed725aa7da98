using System.Text;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>Files that a person chooses on the disk.</summary>
internal static class Papers
{
    /// <summary>A PDF of its own: the same content twice is refused.</summary>
    public static FilePayload Pdf(string name, int padding = 0) => new()
    {
        Name = name,
        MimeType = "application/pdf",
        Buffer = Encoding.ASCII.GetBytes($"%PDF-1.7\n%{name}\n1 0 obj <</Type/Catalog>> endobj\n{new string(' ', padding)}\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"),
    };

    public static FilePayload Text(string name, byte[] content) => new() { Name = name, MimeType = "text/plain", Buffer = content };

    /// <summary>The file chooser of a block of documents.</summary>
    public static ILocator Chooser(IPage page, string block) => Block(page, block).Locator("input[type=file]");

    public static ILocator Block(IPage page, string title) => page.Locator("[data-block]").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title }) });
}
