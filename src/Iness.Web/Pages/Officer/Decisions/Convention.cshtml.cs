using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>Offers the standard agreement to the beneficiary of a grant.</summary>
[Needs(Right.CheckProposals)]
public sealed class ConventionModel(InessDbContext db, TimeProvider time, OfferAgreement offer) : DecisionPage(db, time)
{
    /// <summary>The agreement; null when none was offered.</summary>
    public Agreement? Agreement { get; private set; }

    /// <summary>Whether one may be offered.</summary>
    public bool MayOffer { get; private set; }

    /// <summary>Shows where it stands.</summary>
    public async Task OnGetAsync()
    {
        Agreement = await Db.AgreementAsync(Application.Id, Stop);
        MayOffer = await Db.GrantToAgreeOnAsync(Application.Id, Stop) is not null;
    }

    /// <summary>Offers it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await offer.ExecuteAsync(Application.Id, Me, Stop);
        if (outcome.IsDone) News = "La convention est proposée au bénéficiaire, prévenu par courriel.";
        else TempData[ApplicationPage.RefusalKey] = outcome.Message;
        return Redirect($"{Root}/convention");
    }
}
