using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration;

/// <summary>The editable texts of letters and messages.</summary>
[Needs(Right.ReadSystem)]
[ResponseCache(NoStore = true)]
public sealed class TextsModel(InessDbContext db) : PageModel
{
    /// <summary>Each text with its last version.</summary>
    public IReadOnlyList<TextRow> Rows { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        List<TextRow> rows = [];
        var versions = await db.LetterTexts.AsNoTracking().GroupBy(version => version.Name)
            .Select(group => new { Name = group.Key, Number = group.Max(version => version.Number), At = group.Max(version => version.At) })
            .ToDictionaryAsync(group => group.Name, HttpContext.RequestAborted);
        foreach (var text in EditableText.All)
            rows.Add(new(text.Slug, text.Title, versions.TryGetValue(text.Name, out var last) ? $"version {last.Number}, du {last.At.InWords()}" : "texte d'origine"));

        Rows = rows;
    }
}

/// <summary>One text in the list.</summary>
public sealed record TextRow(string Slug, string Title, string Last);
