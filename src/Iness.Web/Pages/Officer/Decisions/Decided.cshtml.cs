using Iness.Casework.Applications;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>What is proposed and what was decided on a file, for all those who read files.</summary>
[Needs(Right.ReadFiles)]
public sealed class DecidedModel(InessDbContext db, TimeProvider time) : DecisionPage(db, time)
{
    /// <summary>The decisions, the latest first.</summary>
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    /// <summary>The agreement that goes with the latest; null for none.</summary>
    public Agreement? Agreement { get; private set; }

    /// <summary>Whether one may be offered.</summary>
    public bool MayOffer { get; private set; }

    /// <summary>The decision contested by an appeal that awaits its answer; null when there is none.</summary>
    public Guid? Contested { get; private set; }

    /// <summary>What was answered to appeals, the first first.</summary>
    private List<StatusChange> Answers { get; set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        Answers = await Db.StatusChanges.AsNoTracking().Where(change => change.ApplicationId == Application.Id && (change.Action == FileAction.RejectAppeal || change.Action == FileAction.Reopen)).OrderBy(change => change.At).ToListAsync(Stop);
        Contested = (await Db.OpenAppealAsync(Application, Stop))?.Id;
        Agreement = await Db.AgreementAsync(Application.Id, Stop);
        MayOffer = await Db.GrantToAgreeOnAsync(Application.Id, Stop) is not null;
        Decisions = await Db.Decisions.AsNoTracking().Where(decision => decision.ApplicationId == Application.Id).OrderByDescending(decision => decision.At).ToListAsync(Stop);
    }

    private static string Answered(StatusChange answer) =>
        $" ; {(answer.Action == FileAction.RejectAppeal ? "rejeté" : "dossier rouvert")} le {French.Date(answer.At.DayInParis())}{(answer.Note is { } why ? $" : {why}" : "")}";

    /// <summary>What is shown of a decision.</summary>
    public IEnumerable<(string Name, string Value)> Rows(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Kind == DecisionKind.Grant) yield return ("Montant", $"{decision.Amount}, sur l'enveloppe de {decision.BudgetYear}");
        yield return ("Auteur", $"{decision.SignatoryName}, {decision.SignatoryCapacity}");
        yield return ("Réglementation", $"version {decision.Regulation}");
        yield return ("Notification", decision.NotifiedAt is not { } notified ? "dans les minutes qui viennent"
            : decision.ReadAt is { } read ? $"mise à disposition le {notified.InWords()}, lue le {read.InWords()}, réputée notifiée le {French.Date(NotifyDecision.DeemedOn(decision))}"
            : $"mise à disposition le {notified.InWords()}, pas encore lue, réputée notifiée le {French.Date(NotifyDecision.DeemedOn(decision))} au plus tard");
        if (decision.AppealedAt is { } appealed) yield return ("Recours", $"reçu le {French.Date(appealed.DayInParis())}{(Answers.Find(change => change.At >= appealed) is { } answer ? Answered(answer) : Contested == decision.Id ? $" ; sans réponse, il est rejeté le {French.Date(RegisterAppeal.SilenceOn(appealed))}" : "")}");
        yield return ("Empreinte du courrier (SHA-256)", decision.LetterSha256);
    }
}
