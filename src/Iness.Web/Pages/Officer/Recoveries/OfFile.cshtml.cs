using Iness.Casework.Documents;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Recoveries;

/// <summary>What was taken off the grant of a file, or asked back, and where it stands.</summary>
[Needs(Right.ReadFiles)]
public sealed class OfFileModel(InessDbContext db, TimeProvider time) : FiledFilePage(db)
{
    private RecoverableAmounts amounts = new(null, null, Money.Zero);

    /// <summary>Today in Paris.</summary>
    public DateOnly Today => time.Today();

    /// <summary>The recoveries, the last first.</summary>
    public IReadOnlyList<Recovery> Found { get; private set; } = [];

    /// <summary>The letter that tells of a lapse; null for none.</summary>
    public StoredDocument? LapseLetter { get; private set; }

    /// <summary>Whether this person may open one now.</summary>
    public bool MayOpen => User.Has(Right.OpenRecoveries) && amounts.KindsAt(Application.Status).Count > 0 && Found.All(recovery => recovery.DecidedAt is not null || recovery.DroppedAt is not null);

    /// <summary>What the link to open one reads.</summary>
    public string OpenText => amounts.KindsAt(Application.Status).Contains(RecoveryKind.Repayment) ? "Engager un reversement" : "Engager une réduction ou un retrait";

    /// <summary>What the grant is worth, in a sentence.</summary>
    public string Worth => amounts switch
    {
        { Paid: { } paid } => $"Aide versée : {paid}{(amounts.AskedBack > Money.Zero ? $", dont {amounts.AskedBack} redemandés" : "")}.",
        { Granted: { } granted } => Application.Status is FileStatus.Closed or FileStatus.Withdrawn ? "Rien n'a été versé, et rien ne le sera." : $"Aide accordée, réductions déduites : {granted}. Rien n'est encore versé.",
        _ => "Aucune aide n'est accordée sur ce dossier.",
    };

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        amounts = await RecoverableAmounts.ReadAsync(Db, Application.Id, stop);
        Found = await Db.RecoveriesOfAsync(Application.Id, stop);
        LapseLetter = await Db.Documents.AsNoTracking().Where(document => document.ApplicationId == Application.Id && document.Kind == KeptLetterKinds.Lapse && document.RemovedAt == null)
            .OrderByDescending(document => document.MediaType == "application/pdf").FirstOrDefaultAsync(stop);
    }

    /// <summary>The heading of one.</summary>
    public string HeadingOf(Recovery recovery)
    {
        ArgumentNullException.ThrowIfNull(recovery);
        var kind = recovery.Kind.InFrench();
        return $"{char.ToUpperInvariant(kind[0])}{kind[1..]}, {recovery.Amount}";
    }
}
