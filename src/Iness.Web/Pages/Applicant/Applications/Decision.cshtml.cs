using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The decision on an application of one's own, with its reasons. Its first reading is kept: time limits run from it.</summary>
public sealed class DecisionModel(InessDbContext db, ReadDecision read) : FiledPage(db)
{
    /// <summary>The decision.</summary>
    public Decision Decision { get; private set; } = null!;

    /// <summary>Why it is what it is; null when what it kept can no longer be read.</summary>
    public KeptExplanation? Explanation { get; private set; }

    /// <summary>The agreement that goes with it; null for none.</summary>
    public Agreement? Agreement { get; private set; }

    /// <summary>What it does, in a sentence.</summary>
    public string Summary => Decision.Kind switch
    {
        DecisionKind.Grant => $"L'aide vous est accordée : {Decision.Amount} au plus.",
        DecisionKind.Refusal => "L'aide vous est refusée.",
        _ => "Votre demande est classée sans suite.",
    };

    /// <summary>When it is notified, in a sentence.</summary>
    public string Notified => $"Décision du {French.Date(Decision.On)}, mise à disposition le {French.Date(Decision.NotifiedAt!.Value.DayInParis())}, notifiée le {French.Date(NotifyDecision.DeemedOn(Decision))}. Les délais de recours, indiqués dans le courrier, courent à partir de ce jour.";

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await read.ExecuteAsync(Application.Id, Me, HttpContext.RequestAborted);
        if (!answer.IsDone) return NotFound();
        Decision = answer.Value;
        if (StoredAssessment.Read(Decision.Assessment) is { } stored) Explanation = new(stored, Decision);
        Agreement = await Db.AgreementAsync(Application.Id, HttpContext.RequestAborted);
        return Page();
    }
}
