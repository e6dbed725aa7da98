using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Web.Claiming;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>Other public aid received or asked for the same costs since the grant.</summary>
public sealed class OtherAidModel(InessDbContext db, SaveOtherAid save, TimeProvider time) : ClaimPage(db, time)
{
    private const string More = "plus";

    /// <summary>The question.</summary>
    public FormView Question { get; private set; } = new([], []);

    /// <summary>The form of each aid.</summary>
    public IReadOnlyList<FormView> Aids { get; private set; } = [];

    /// <summary>What is wrong in all of it.</summary>
    public FormView Summary => new([.. Question.Fields, .. Aids.SelectMany(aid => aid.Fields)], Question.Errors);

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        ClaimSeen = Claim.Version;
        Show(OtherAidForm.Values(Claim), []);
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var values = new Dictionary<string, StringValues>(form.Values, StringComparer.Ordinal);
        if (Request.Form.ContainsKey(More))
        {
            OtherAidForm.AddMore(values);
            Show(values, []);
            return Page();
        }

        if (OtherAidForm.Read(form) is { } aids)
        {
            var saved = await save.ExecuteAsync(Application.Id, ClaimSeen, aids, Me, HttpContext.RequestAborted);
            if (saved.IsDone) return Redirect($"{Home}/verification");
            if (saved.Refusal != Casework.Refusal.Conflict) return Elsewhere(saved, $"{Home}/aides");
            ClaimSeen = Claim.Version;
            form.Refuse(OtherAidForm.Question(values).Name, saved.Message!);
        }

        Show(values, form.Errors);
        return Page();
    }

    private void Show(IReadOnlyDictionary<string, StringValues> values, IReadOnlyList<FieldError> errors)
    {
        Question = new([OtherAidForm.Question(values)], errors);
        Aids = [.. OtherAidForm.Aids(values).Select(fields => new FormView(fields, errors))];
        ViewData["HasErrors"] = errors.Count > 0;
    }
}
