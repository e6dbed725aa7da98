using Iness.Casework.Documents;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>What the Région means to take off a grant of one's own, or to ask back: its reasons, one's observations, its act.</summary>
public sealed class RecoveryModel(InessDbContext db, GiveObservations give, TimeProvider time) : FiledPage(db)
{
    private const string Observations = "observations";

    /// <summary>The recoveries, the last first.</summary>
    public IReadOnlyList<Recovery> Found { get; private set; } = [];

    /// <summary>The letter that tells of a lapse; null for none.</summary>
    public StoredDocument? LapseLetter { get; private set; }

    /// <summary>The one on which observations may be given; null for none.</summary>
    public Recovery? Open => Found.FirstOrDefault(recovery => recovery is { DecidedAt: null, DroppedAt: null, ObservedAt: null });

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new(Fields(null), []);

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        Found = await Db.RecoveriesOfAsync(Application.Id, HttpContext.RequestAborted);
        LapseLetter = await Db.Documents.AsNoTracking().Where(document => document.ApplicationId == Application.Id && document.Kind == KeptLetterKinds.Lapse && document.RemovedAt == null)
            .OrderByDescending(document => document.MediaType == "application/pdf").FirstOrDefaultAsync(HttpContext.RequestAborted);
    }

    /// <summary>Gives observations.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        if (form.Required(Observations, Recovery.LongestText, "Écrivez vos observations.") is { } observations)
        {
            var given = await give.ExecuteAsync(Application.Id, observations, Me, HttpContext.RequestAborted);
            return given.IsDone ? Redirect($"{Root}/reversement") : Refused(given.Message, given.Refusal);
        }

        Form = new(Fields(form.Values.GetValueOrDefault(Observations)), form.Errors);
        ViewData["HasErrors"] = true;
        await OnGetAsync();
        return Page();
    }

    /// <summary>The heading of one.</summary>
    public string HeadingOf(Recovery recovery)
    {
        ArgumentNullException.ThrowIfNull(recovery);
        var kind = recovery.Kind.InFrench();
        return $"{(recovery.DecidedAt is null ? "Projet de " : "Décision de ")}{kind}, {recovery.Amount}";
    }

    /// <summary>What is awaited, in a sentence.</summary>
    public string StandingOf(Recovery recovery) => recovery.StageOn(time.Today()) switch
    {
        RecoveryStage.Hearing => $"Rien n'est décidé. Vous pouvez présenter vos observations jusqu'au {French.Date(recovery.HearUntil)}.",
        RecoveryStage.ToDecide => "Rien n'est décidé. La Région se prononcera au vu des motifs et de vos observations.",
        RecoveryStage.Repaying => $"Il reste {recovery.Left} à reverser. Le titre de recette du comptable public dit comment payer.",
        RecoveryStage.Dropped => "La Région a abandonné ce projet : rien ne change pour vous.",
        _ => recovery.Kind == RecoveryKind.Repayment ? "Tout est reversé." : "La décision est prise.",
    };

    private static Field[] Fields(string? typed) => [new TextAreaField(Observations, "Vos observations", "Ce que vous répondez aux motifs de la Région.") { Value = typed, Rows = 8, MaxLength = Recovery.LongestText }];
}
