using Iness.Casework.Control;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Pages.Officer.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Control;

/// <summary>The controls of a file: why, what was found, what it corrects.</summary>
[Needs(Right.ReadFiles)]
public sealed class OfFileModel(InessDbContext db) : FiledFilePage(db)
{
    private RecoverableAmounts amounts = new(null, null, Money.Zero);
    private bool hasRecovery;
    private IReadOnlyDictionary<Guid, string> names = new Dictionary<Guid, string>();

    /// <summary>The controls, the last first, each with its corrections in words.</summary>
    public IReadOnlyList<(FileControl Control, IReadOnlyList<string> Corrections)> Rows { get; private set; } = [];

    /// <summary>Whether this person may open one.</summary>
    public bool MayOpen => User.Has(Right.Control) && amounts.Paid is not null && Rows.All(row => row.Control.EndedAt is not null);

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        amounts = await RecoverableAmounts.ReadAsync(Db, Application.Id, stop);
        hasRecovery = await Db.StandingRecoveryAsync(Application.Id, stop) is not null;
        var controls = await Db.FileControls.AsNoTracking().Where(control => control.ApplicationId == Application.Id).OrderByDescending(control => control.OpenedAt).ToListAsync(stop);
        names = await Db.NamesAsync(controls.SelectMany(control => new Guid?[] { control.OpenedBy, control.EndedBy }), stop);
        var lines = await Db.ClaimedInvoices.AsNoTracking().Where(invoice => Db.PaymentClaims.Any(claim => claim.Id == invoice.ClaimId && claim.ApplicationId == Application.Id))
            .SelectMany(invoice => invoice.Lines).ToDictionaryAsync(line => line.Id, stop);
        Rows = [.. controls.Select(control => (control, (IReadOnlyList<string>)[.. EndControl.CorrectionsOf(control).Select(correction => InWords(correction, lines.GetValueOrDefault(correction.Line)))]))];
    }

    /// <summary>What is shown of a control.</summary>
    public IEnumerable<(string Name, string Value)> Facts(FileControl control)
    {
        ArgumentNullException.ThrowIfNull(control);
        yield return ("Pourquoi", $"{control.Origin.InFrench()} : {control.Why}");
        yield return ("Ouvert par", names.GetValueOrDefault(control.OpenedBy, "un compte fermé"));
        if (control is not { MadeOn: { } made, Place: { } place, Record: { } record }) yield break;
        yield return ("Fait", $"{place.InFrench()}, le {French.Date(made)}");
        yield return ("Compte rendu", record);
        if (control.CorrectedAid is { } aid) yield return ("Aide recalculée", Excess(aid) is { } excess ? $"{aid}, soit {excess} de moins que les {amounts.Paid} versés{(amounts.AskedBack > Money.Zero ? $", dont {amounts.AskedBack} déjà redemandés" : "")}" : $"{aid}");
        if (control.EndedAt is { } ended) yield return ("Terminé", $"le {ended.InWords()}, par {names.GetValueOrDefault(control.EndedBy ?? Guid.Empty, "un compte fermé")}");
    }

    /// <summary>Whether this person may ask back what a control found to be too much.</summary>
    public bool MayRecover(FileControl control)
    {
        ArgumentNullException.ThrowIfNull(control);
        return !hasRecovery && User.Has(Right.OpenRecoveries) && control.EndedAt is not null && control.Outcome != ControlOutcome.Compliant && amounts.KindsAt(Application.Status).Contains(RecoveryKind.Repayment)
            && (control.CorrectedAid is { } aid ? Excess(aid) is not null : control.Outcome == ControlOutcome.Irregular);
    }

    /// <summary>What of the aid paid is too much, and not asked back yet; null for nothing.</summary>
    private Money? Excess(Money aid) => amounts.Paid is { } paid && paid - amounts.AskedBack - aid is var excess && excess > Money.Zero ? excess : null;

    private static string InWords(LineCorrected correction, Casework.Payments.ClaimedLine? line) =>
        line is null ? $"{correction.Retained} retenus : {correction.Reason}" : $"« {line.Label} » : {correction.Retained} retenus au lieu de {line.Retained ?? line.Amount}. {correction.Reason}";
}
