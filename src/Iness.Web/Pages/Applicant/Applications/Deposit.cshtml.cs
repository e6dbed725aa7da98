using Iness.Casework.Applications;
using Iness.Casework.Persistence;
using Iness.Web.Applying;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>Files the application. Sent twice, it leads twice to the same number.</summary>
public sealed class DepositModel(InessDbContext db, FileApplication file) : ApplicationPage(db)
{
    /// <summary>An application already filed comes here too, when the form is sent again.</summary>
    protected override IActionResult? WhyNotHere() => null;

    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect($"{Root}/verification");

    /// <summary>Files it.</summary>
    /// <param name="revision">Revision of the answers that the check page showed.</param>
    public async Task<IActionResult> OnPostAsync(int revision)
    {
        var filed = await file.ExecuteAsync(Application.Id, Me, revision, FilingFacts.Read, HttpContext.RequestAborted);
        return filed.IsDone ? Redirect($"{Root}/depot/fait") : Refused(filed.Message, filed.Refusal);
    }
}
