using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis;
using Iness.Casework.Review.OtherAids;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.File;

/// <summary>The other aid of the undertaking, from three sources side by side (LEG-1), and what our own files say (FRQ-1, CUM-2).</summary>
[Needs(Right.ReadFiles)]
public sealed class OtherAidsModel(InessDbContext db, IDeMinimisRegister register, TimeProvider time) : FilePage(db, time)
{
    /// <summary>The aid.</summary>
    public AidLedger Ledger { get; private set; } = null!;

    /// <summary>The same, drawn.</summary>
    public AidTimeline Timeline { get; private set; } = null!;

    /// <summary>What is known of the completeness of the register, in words.</summary>
    public string Completeness => Ledger.Register.File is { } file
        ? $"Fichier importé le {file.FinishedAt!.Value.InWords()}, soit {French.Plural(file.Rows, "aide", "aides")}."
        : "Aucun fichier du registre national n'est importé.";

    /// <summary>Whether this person may ask the register.</summary>
    public bool MayAsk => MayWrite && register.IsOpen;

    /// <summary>Reads it, for a grant today; once decided, for the day of the decision.</summary>
    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        var decidedOn = Review.Application.Status.AwaitsDecision() ? null : await Db.Decisions.Latest(Review.Application.Id).Select(decision => (DateOnly?)decision.On).FirstOrDefaultAsync(stop);
        Ledger = await AidLedger.ReadAsync(Db, Review, decidedOn ?? Time.Today(), stop);
        Timeline = new(Ledger);
    }

    /// <summary>Whose an aid is, in words.</summary>
    public string WhoseIs(LedgerLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Siren is null ? "Déclarée pour l'entreprise unique"
            : line.Siren == Review.Application.Organisation!.Siren ? Review.Application.Organisation.Name
            : $"{Ledger.LinkedName(line.Siren)} (entreprise liée)";
    }
}
