using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>Registers an appeal against the latest decision, and opens a closed file again.</summary>
[Needs(Right.CheckProposals)]
public sealed class AppealModel(InessDbContext db, TimeProvider time, RegisterAppeal register) : DecisionPage(db, time)
{
    /// <summary>The words of the appeal.</summary>
    public const string AppealField = "recours";

    /// <summary>Why the file is opened again.</summary>
    public const string ReopenField = "motif";

    /// <summary>The appeal that is already registered, in a sentence.</summary>
    public string? Appealed { get; private set; }

    /// <summary>Shows both forms.</summary>
    public Task OnGetAsync() => ReadAsync(null, null, []);

    /// <summary>Registers it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Request.Form[AppealField].ToString();
        return await AnswerAsync(await register.ExecuteAsync(Application.Id, typed, Me, Stop), "Le recours est enregistré.", AppealField, typed, null);
    }

    /// <summary>Opens it again.</summary>
    public async Task<IActionResult> OnPostReopenAsync()
    {
        var typed = Request.Form[ReopenField].ToString();
        return await AnswerAsync(await register.ReopenAsync(Application.Id, typed, Me, Stop), "Le dossier est rouvert : il est de nouveau en instruction.", ReopenField, null, typed);
    }

    /// <summary>A field with its error.</summary>
    public DrawnField FieldOf(string name) => Form.Drawn(firstIsHeading: false).Single(field => field.Field.Name == name);

    private async Task<IActionResult> AnswerAsync(Casework.Outcome outcome, string done, string field, string? appeal, string? reason)
    {
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (!outcome.IsDone)
        {
            await ReadAsync(appeal, reason, [new(field, outcome.Message!)]);
            return Page();
        }

        News = done;
        return Redirect($"{Root}/recours");
    }

    private async Task ReadAsync(string? appeal, string? reason, IReadOnlyList<FieldError> errors)
    {
        var at = await Db.Decisions.Where(decision => decision.ApplicationId == Application.Id).OrderByDescending(decision => decision.At).Select(decision => decision.AppealedAt).FirstOrDefaultAsync(Stop);
        Appealed = at is { } registered ? $"Un recours est enregistré depuis le {registered.InWords()}. Sans réponse de la Région, il est rejeté le {French.Date(RegisterAppeal.SilenceOn(registered))}." : null;
        Again(
            [
                new TextAreaField(AppealField, "Que dit le recours ?", "De qui il vient, quand il est arrivé, ce qu'il demande.") { Value = appeal, Rows = 5, MaxLength = Proposal.LongestNote },
                new TextAreaField(ReopenField, "Pourquoi rouvrir le dossier ?", "Le motif est gardé dans les notes du dossier ; le demandeur voit que le dossier est rouvert.") { Value = reason, Rows = 4, MaxLength = Proposal.LongestNote },
            ],
            errors);
    }
}
