using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>Registers an appeal against the latest decision, and opens a closed or granted file again.</summary>
[Needs(Right.CheckProposals)]
public sealed class AppealModel(InessDbContext db, TimeProvider time, RegisterAppeal register) : DecisionPage(db, time)
{
    /// <summary>The day the appeal arrived.</summary>
    public const string ReceivedField = "recu";

    /// <summary>The words of the appeal.</summary>
    public const string AppealField = "recours";

    /// <summary>Why the file is opened again.</summary>
    public const string ReopenField = "motif";

    /// <summary>The appeal that is already registered, in a sentence.</summary>
    public string? Appealed { get; private set; }

    /// <summary>Shows both forms.</summary>
    public Task OnGetAsync() => ReadAsync(null, []);

    /// <summary>Registers it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var received = form.Date(ReceivedField, "Écrivez le jour où le recours est arrivé.", latest: Today);
        var words = form.Required(AppealField, Proposal.LongestNote, "Écrivez ce que dit le recours et de qui il vient.");
        if (received is not { } day || words is null)
        {
            await ReadAsync(form, form.Errors);
            return Page();
        }

        var outcome = await register.ExecuteAsync(Application.Id, day, words, Me, Stop);
        return await AnswerAsync(outcome, "Le recours est enregistré.", outcome.Refusal == Casework.Refusal.Invalid ? ReceivedField : AppealField, form);
    }

    /// <summary>Opens it again.</summary>
    public async Task<IActionResult> OnPostReopenAsync()
    {
        var form = new FormReader(Request.Form);
        return await AnswerAsync(await register.ReopenAsync(Application.Id, form.Values.GetValueOrDefault(ReopenField).ToString(), Me, Stop), "Le dossier est rouvert : il est de nouveau en instruction.", ReopenField, form);
    }

    /// <summary>A field with its error.</summary>
    public DrawnField FieldOf(string name) => Form.Drawn(firstIsHeading: false).Single(field => field.Field.Name == name);

    private async Task<IActionResult> AnswerAsync(Casework.Outcome outcome, string done, string field, FormReader form)
    {
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (!outcome.IsDone)
        {
            await ReadAsync(form, [new(field, outcome.Message!)]);
            return Page();
        }

        News = done;
        return Redirect($"{Root}/recours");
    }

    private async Task ReadAsync(FormReader? typed, IReadOnlyList<FieldError> errors)
    {
        var at = await Db.Decisions.Latest(Application.Id).Select(decision => decision.AppealedAt).FirstOrDefaultAsync(Stop);
        Appealed = at is { } received ? $"Un recours reçu le {French.Date(received.DayInParis())} est enregistré. {await StandingAsync(received)}" : null;
        string? Typed(string name) => typed?.Values.GetValueOrDefault(name).ToString();
        Again(
            [
                new DateField(ReceivedField, "Quand le recours est-il arrivé ?", "Le jour où la Région l'a reçu, par courrier ou par message : les deux mois pour y répondre se comptent à partir de lui.")
                    { Value = (Typed($"{ReceivedField}-jour"), Typed($"{ReceivedField}-mois"), Typed($"{ReceivedField}-annee")) },
                new TextAreaField(AppealField, "Que dit le recours ?", "De qui il vient, ce qu'il demande.") { Value = Typed(AppealField), Rows = 5, MaxLength = Proposal.LongestNote },
                new TextAreaField(ReopenField, "Pourquoi rouvrir le dossier ?", "Le motif est gardé dans les notes du dossier ; le demandeur voit que le dossier est rouvert.") { Value = Typed(ReopenField), Rows = 4, MaxLength = Proposal.LongestNote },
            ],
            errors);
    }

    private async Task<string> StandingAsync(DateTime received) =>
        Application.Status.AwaitsDecision() ? "Le dossier est rouvert."
        : await Db.OpenAppealAsync(Application, Stop) is not null ? $"Sans réponse de la Région, il est rejeté le {French.Date(RegisterAppeal.SilenceOn(received))}. Pour y répondre, rouvrez le dossier ; un signataire peut aussi le rejeter."
        : "La Région y a répondu.";
}
