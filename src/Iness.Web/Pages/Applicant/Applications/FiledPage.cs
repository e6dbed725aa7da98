using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>A page about an application that has been filed.</summary>
public abstract class FiledPage(InessDbContext db) : ApplicationPage(db)
{
    /// <summary>Where it is followed.</summary>
    public string FollowUp => $"{Root}/suivi";

    /// <summary>Years between two applications, whatever came of the first (FRQ-1).</summary>
    public int YearsBetweenApplications => Parameters.YearsBetweenApplications;

    /// <summary>The first day on which another application may be created.</summary>
    public DateOnly NextApplicationOn => Parameters.NextApplicationAfter(Application.FiledAt!.Value.DayInParis());

    private SchemeParameters Parameters => SchemeParameters.On(Application.CreatedOn);

    /// <summary>Whether the lifecycle lets the organisation do something now.</summary>
    public bool May(FileAction action) => FileLifecycle.Find(Application.Status, action, Role.Applicant) is not null;

    /// <summary>A draft has a page of its own; one that was erased has none.</summary>
    protected override IActionResult? WhyNotHere() =>
        Application.Number is not null ? null : Application.Status == FileStatus.Draft ? Redirect(Root) : NotFound();

    /// <summary>What was filed; null for a file that came in otherwise.</summary>
    protected Task<Filing?> FilingAsync() => Db.Filings.AsNoTracking().SingleOrDefaultAsync(filing => filing.ApplicationId == Application.Id, HttpContext.RequestAborted);
}
