using Iness.Casework.Persistence;
using Iness.Casework.Review.OtherAids;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Asks the national de minimis register; its button is on the other aids.</summary>
[Needs(Right.ReviewFiles)]
public sealed class OtherAidsRegisterModel(InessDbContext db, AskDeMinimisRegister ask, TimeProvider time) : FilePage(db, time)
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect($"{Root}/autres-aides");

    /// <summary>Asks it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var asked = await ask.ExecuteAsync(Review.Application.Id, Me, HttpContext.RequestAborted);
        return Told(asked.IsDone ? Casework.Outcome.Done : Casework.Outcome.Refused(asked.Refusal!.Value, asked.Message!), asked.IsDone ? $"Le registre national a répondu : {French.Plural(asked.Value, "aide", "aides")}." : "", "/autres-aides");
    }
}
