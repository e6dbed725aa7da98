using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Review.OtherAids;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>Proposes a decision, or takes one's proposal back. The amount is what the provisions leave: nobody types it.</summary>
[Needs(Right.Propose)]
public sealed class ProposeModel(InessDbContext db, TimeProvider time, ProposeDecision propose, WithdrawProposal withdraw) : DecisionPage(db, time)
{
    private const string KindField = "sens";
    private const string NoteField = "note";
    private const string VersionField = "version";

    /// <summary>Where the money of the year stands.</summary>
    public string Money { get; private set; } = "";

    /// <summary>The de minimis aid known from every source; null when what was filed can no longer be read.</summary>
    public AidLedger? OtherAids { get; private set; }

    /// <summary>The proposal that came back, with why; null for none.</summary>
    public SentBack? SentBack { get; private set; }

    /// <summary>Why nothing can be proposed yet; null when something can.</summary>
    public string? Waiting => !Awaited.IsDone && !MayClose.IsDone ? $"{Awaited.Message} {MayClose.Message}" : null;

    /// <summary>Whether the proposal that waits is one's own.</summary>
    public bool MayWithdraw => Standing?.By == Me.AccountId;

    private Outcome Awaited { get; set; } = Outcome.Done;

    private Outcome MayClose { get; set; } = Outcome.Done;

    /// <summary>Shows what may be proposed.</summary>
    public async Task OnGetAsync()
    {
        await ReadMoneyAsync();
        Form = new(Fields(null, null, Application.Version), []);
    }

    /// <summary>Proposes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var kind = form.Choice(KindField, Choices(), "Choisissez ce que vous proposez.");
        form.Text(NoteField, Proposal.LongestNote);
        _ = int.TryParse(form.Values.GetValueOrDefault(VersionField), out var version);
        var (typed, note) = (form.Values.GetValueOrDefault(KindField).ToString(), form.Values.GetValueOrDefault(NoteField).ToString());
        if (form.Errors.Count == 0)
        {
            var outcome = await propose.ExecuteAsync(Application.Id, version, Enum.Parse<DecisionKind>(kind!), note, Me, Stop);
            if (outcome.IsDone)
            {
                News = "La proposition est transmise au responsable d'instruction.";
                return Redirect($"{Root}/proposition");
            }

            if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
            form.Refuse(kind == nameof(DecisionKind.Closure) && outcome.Refusal == Casework.Refusal.Invalid ? NoteField : KindField, outcome.Message!);
        }

        await ReadMoneyAsync();
        // The version as it is now: what is shown again is what was read again.
        return Again(Fields(typed, note, Application.Version), form.Errors);
    }

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (!Guid.TryParse(Request.Form["proposition"], out var proposal) || !int.TryParse(Request.Form[VersionField], out var version)) return NotFound();
        var outcome = await withdraw.ExecuteAsync(proposal, version, Me, Stop);
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (outcome.IsDone) News = "La proposition est retirée : le dossier est de nouveau en instruction.";
        else TempData[ApplicationPage.RefusalKey] = outcome.Message;
        return Redirect($"{Root}/proposition");
    }

    private Choice[] Choices() =>
    [
        new(nameof(DecisionKind.Grant), "Accorder l'aide", Hint(DecisionKind.Grant) ?? $"Pour {Facts!.Reviewed.Aid}, montant calculé par le règlement."),
        new(nameof(DecisionKind.Refusal), "Refuser l'aide", Hint(DecisionKind.Refusal) ?? $"Pour ces motifs : {string.Join(", ", Facts!.NotMet.Select(finding => finding.Finding.Provision.Id))}."),
        new(nameof(DecisionKind.Closure), "Classer sans suite", "La raison, écrite plus bas, figure dans le courrier."),
    ];

    private string? Hint(DecisionKind kind) => !Awaited.IsDone ? Awaited.Message : Facts is null ? ProposeDecision.Unreadable : ProposeDecision.WhyNot(kind, Facts, null).Message;

    private Field[] Fields(string? kind, string? note, int version) =>
    [
        new HiddenField(VersionField, $"{version}"),
        new RadiosField(KindField, "Que proposez-vous ?", Choices()) { Value = kind },
        new TextAreaField(NoteField, "Note", "Pour un classement, la raison que lira le demandeur ; sinon, un mot facultatif pour qui contrôle et décide.") { Value = note, Rows = 4, MaxLength = Proposal.LongestNote },
    ];

    private async Task ReadMoneyAsync()
    {
        Awaited = await propose.WhyNotWaitAsync(Application, DecisionKind.Grant, Today, Stop);
        MayClose = await propose.WhyNotWaitAsync(Application, DecisionKind.Closure, Today, Stop);
        SentBack = await Db.SentBackAsync(Application, Stop);
        if (await FileUnderReview.LoadAsync(Db, Application.Id, Stop, Today) is { } file) OtherAids = await AidLedger.ReadAsync(Db, file, Today, Stop);
        var balance = await Db.EnvelopeBalanceAsync(Today.Year, Stop);
        Money = balance.IsVoted ? $"Enveloppe de {balance.Year} : {balance.Left} disponibles sur {balance.Voted}." : $"Aucune enveloppe n'est votée pour {balance.Year}.";
    }
}
