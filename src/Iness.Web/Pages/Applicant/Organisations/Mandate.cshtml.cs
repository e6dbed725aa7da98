using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Iness.Web.Applying.Attachments;
using Iness.Web.Components;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Organisations;

/// <summary>The mandate of an organisation: the document that lets those who act for it bind it.</summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(DocumentWords.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentWords.LargestRequest)]
public sealed class MandateModel(InessDbContext db, GiveMandate give) : PageModel
{
    /// <summary>The organisation.</summary>
    public Organisation Organisation { get; private set; } = null!;

    /// <summary>Its mandate; null for none.</summary>
    public StoredDocument? Mandate { get; private set; }

    /// <summary>What is wrong with the file; null for nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>The same, for the summary.</summary>
    public FormView Form => new([], Error is null ? [] : [new($"mandat-{Organisation.Id}", Error)]);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Takes in a new one.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, IFormFile? mandat)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (mandat is null) return Wrong("Choisissez le fichier du mandat.");
        await using var content = mandat.OpenReadStream();
        var given = await give.ExecuteAsync(id, mandat.FileName, content, User.Actor(), HttpContext.RequestAborted);
        if (given.Refusal == Refusal.NotFound) return NotFound();
        if (given.Refusal == Refusal.Invalid) return Wrong(given.Message!);
        if (!given.IsDone) TempData[ApplicationPage.RefusalKey] = given.Message;
        return Redirect($"/structures#structure-{id}");
    }

    private PageResult Wrong(string message)
    {
        Error = message;
        ViewData["HasErrors"] = true;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        ViewData["Section"] = "applications";
        if (await db.Organisations.Of(User.AccountId()!.Value).AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, HttpContext.RequestAborted) is not { } organisation) return false;
        Organisation = organisation;
        Mandate = await db.Mandates().AsNoTracking().SingleOrDefaultAsync(mandate => mandate.OrganisationId == id, HttpContext.RequestAborted);
        return true;
    }
}
