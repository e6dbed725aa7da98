using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Deciding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Administration;

/// <summary>The editable texts of letters.</summary>
[Needs(Right.ManageTexts)]
[ResponseCache(NoStore = true)]
public sealed class TextsModel(InessDbContext db) : PageModel
{
    /// <summary>Each letter with its last version.</summary>
    public IReadOnlyList<TextRow> Rows { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        List<TextRow> rows = [];
        foreach (var (slug, kind, title) in EditableLetters.All)
        {
            var last = await db.LatestTextAsync(kind, HttpContext.RequestAborted);
            rows.Add(new(slug, title, last is null ? "texte d'origine" : $"version {last.Number}, du {last.At.InWords()}"));
        }

        Rows = rows;
    }
}

/// <summary>One letter in the list.</summary>
public sealed record TextRow(string Slug, string Title, string Last);
