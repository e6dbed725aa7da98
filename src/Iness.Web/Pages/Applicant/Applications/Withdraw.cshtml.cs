using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>Asks once more before withdrawing an application.</summary>
public sealed class WithdrawModel(InessDbContext db, WithdrawApplication withdraw) : FiledPage(db)
{
    private const string Reason = "motif";

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new(Fields(null), []);

    /// <summary>What can no longer be withdrawn is only followed.</summary>
    protected override IActionResult? WhyNotHere() => base.WhyNotHere() ?? (May(FileAction.Withdraw) ? null : Redirect(FollowUp));

    /// <summary>Withdraws it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var reason = form.Text(Reason, WithdrawApplication.LongestReason);
        if (form.Errors.Count > 0)
        {
            Form = new(Fields(form.Values[Reason]), form.Errors);
            ViewData["HasErrors"] = true;
            return Page();
        }

        var withdrawn = await withdraw.ExecuteAsync(Application.Id, Me, reason, HttpContext.RequestAborted);
        return withdrawn.IsDone ? Redirect(FollowUp) : Refused(withdrawn.Message, withdrawn.Refusal);
    }

    private static Field[] Fields(string? typed) =>
        [new TextAreaField(Reason, "Pourquoi ? (facultatif)", "La Région le lira.") { Value = typed, Rows = 3, MaxLength = WithdrawApplication.LongestReason }];
}
