using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Persistence;
using Iness.Web.Claiming;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>The claim for payment: what it takes before it is begun, its steps while it is prepared, where it stands once filed.</summary>
public sealed class IndexModel(InessDbContext db, StartClaim start, TimeProvider time) : FiledPage(db)
{
    /// <summary>The claim; null until it is begun.</summary>
    public ClaimUnderCheck? Review { get; private set; }

    /// <summary>What is granted.</summary>
    public GrantedAid Granted { get; private set; } = null!;

    /// <summary>The steps with their states.</summary>
    public IReadOnlyList<StepState> Steps { get; private set; } = [];

    /// <summary>What the Région asked for and awaits.</summary>
    public IReadOnlyList<MissingItemsRequest> Awaited { get; private set; } = [];

    /// <summary>The payment that the bank rejected, while the claim is examined anew; null for none.</summary>
    public LiquidationLine? Rejected { get; private set; }

    /// <summary>Whether the day to claim by is over.</summary>
    public bool IsLate => Application.ClaimBy < time.Today();

    /// <summary>Address of the claim.</summary>
    public string Home => $"{Root}/versement";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        if (await GrantedAid.ReadAsync(Db, Application.Id, stop) is not { } granted) return NotFound();
        Granted = granted;
        Review = await ClaimUnderCheck.ReadAsync(Db, Application.Id, time.Today(), stop);
        if (Review is null) return May(FileAction.ClaimPayment) ? Page() : NotFound();
        Steps = StepState.Of(Review);
        if (Application.Status == FileStatus.PaymentClaimed)
            Rejected = await Db.LiquidationLines.AsNoTracking().Where(line => line.ApplicationId == Application.Id && line.RejectedOn != null).OrderByDescending(line => line.Id).FirstOrDefaultAsync(stop);
        Awaited = await Db.MissingItemsRequests.AsNoTracking().Include(request => request.Items)
            .Where(request => request.ApplicationId == Application.Id && request.IsOnPayment && request.AnsweredAt == null).OrderBy(request => request.SentAt).ToListAsync(stop);
        return Page();
    }

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var started = await start.ExecuteAsync(Application.Id, Me, HttpContext.RequestAborted);
        return started.IsDone ? Redirect(Home) : Refused(started.Message, started.Refusal);
    }
}
