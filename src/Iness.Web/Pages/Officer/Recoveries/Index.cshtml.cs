using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Officer.Recoveries;

/// <summary>What awaits whom: the signatory, the beneficiaries, finance.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db, TimeProvider time) : PageModel
{
    private const int MonthsShown = 3;

    /// <summary>The lists, in the order of what is to be done.</summary>
    public IReadOnlyList<(string Title, string Empty, IReadOnlyList<FoundRecovery> Rows)> Lists { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var today = time.Today();
        var found = await db.RecoveriesAsync(today.AddMonths(-MonthsShown).BeginsAt(), HttpContext.RequestAborted);
        IReadOnlyList<FoundRecovery> At(params RecoveryStage[] stages) => [.. found.Where(row => stages.Contains(row.Recovery.StageOn(today)))];
        var repaying = At(RecoveryStage.Repaying);
        Lists =
        [
            ("À décider par le signataire", "Rien n'attend de décision.", At(RecoveryStage.ToDecide)),
            (repaying.Count == 0 ? "À reverser" : $"À reverser, {FoundRecoveries.LeftOf(repaying)} en tout", "Rien n'est à reverser.", repaying),
            ("Observations attendues du bénéficiaire", "Aucune observation n'est attendue.", At(RecoveryStage.Hearing)),
            ("Terminées ou abandonnées depuis trois mois", "Aucune.", At(RecoveryStage.Done, RecoveryStage.Dropped)),
        ];
    }

    /// <summary>Where this person acts on one, or reads it.</summary>
    public string AddressOf(FoundRecovery row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var place = $"/dossiers/{row.Number}/reversement";
        return row.Recovery.StageOn(time.Today()) switch
        {
            RecoveryStage.ToDecide when User.Has(Right.DecideRecoveries) => $"{place}/{row.Recovery.Id}/decision",
            RecoveryStage.Repaying when User.Has(Right.RecordRepayments) => $"{place}/{row.Recovery.Id}/sommes",
            _ => place,
        };
    }
}
