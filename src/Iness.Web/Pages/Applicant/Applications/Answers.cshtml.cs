using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Persistence;
using Iness.Web.Applying;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The application as it was filed.</summary>
public sealed class AnswersModel(InessDbContext db) : FiledPage(db)
{
    /// <summary>What was stored.</summary>
    public Filing Filing { get; private set; } = null!;

    /// <summary>The same, read.</summary>
    public FiledAnswers Filed { get; private set; } = null!;

    /// <summary>The documents filed with it.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; private set; } = [];

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await FilingAsync() is not { } filing) return NotFound();
        (Filing, Filed) = (filing, new(Application.CreatedOn, filing));
        Documents = (await Db.GivenDocumentsAsync(Application.Id, HttpContext.RequestAborted)).FindAll(document => document.UploadedAt <= filing.At);
        return Page();
    }
}
