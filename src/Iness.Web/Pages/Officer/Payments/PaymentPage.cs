using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Web.Components;
using Iness.Web.Pages.Applicant.Applications;
using Iness.Web.Pages.Officer.Decisions;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Payments;

/// <summary>A page of the Région about the claim of one file.</summary>
public abstract class PaymentPage(InessDbContext db, TimeProvider time) : FiledFilePage(db)
{
    /// <summary>Where what stands in the way is told.</summary>
    public const string Obstacle = "obstacle";

    private ClaimUnderReview? review;

    /// <summary>The claim.</summary>
    /// <exception cref="InvalidOperationException">There is none: only a page that shows itself without one asks.</exception>
    public ClaimUnderReview Review => review ?? throw new InvalidOperationException("This file has no claim.");

    /// <summary>Whether there is a claim.</summary>
    public bool HasClaim => review is not null;

    /// <summary>The people named on the page.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Address of the payment of the file.</summary>
    public string Payment => $"{Root}/versement";

    /// <summary>Today, in Paris.</summary>
    public DateOnly Today => time.Today();

    /// <summary>The version of the claim that the form showed.</summary>
    [BindProperty(Name = "version")]
    public int Seen { get; set; }

    /// <summary>What stands in the way of what was asked; null for nothing.</summary>
    public string? WhyNot => Form.Errors.FirstOrDefault(error => error.Name == Obstacle)?.Message;

    /// <summary>Whether the page is there for a file without a claim.</summary>
    protected virtual bool IsThereWithoutClaim => false;

    /// <summary>Stops when the browser leaves.</summary>
    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <summary>Name of somebody who acted on the claim.</summary>
    public string NameOf(Guid? account) => account is { } id ? Names.GetValueOrDefault(id, "un compte fermé") : "le système";

    /// <inheritdoc/>
    protected override async Task<bool> FindsAsync()
    {
        ViewData["Tab"] = "versement";
        await ReadAsync();
        return HasClaim || IsThereWithoutClaim;
    }

    /// <summary>Reads the claim, anew after a refusal.</summary>
    protected async Task ReadAsync()
    {
        Db.ChangeTracker.Clear();
        review = await ClaimUnderReview.LoadAsync(Db, Application, isTracked: false, Today, Stop);
        if (review is null) return;
        Guid?[] people = [Review.Claim.PreparedBy, Review.Claim.ValidatedBy, Review.Account?.CheckedBy, Review.Account?.ConfirmedBy];
        Names = await Db.NamesAsync(people, Stop);
    }

    /// <summary>Goes to a page that tells what came of a press of a button.</summary>
    protected IActionResult Told(Casework.Outcome outcome, string done, string address)
    {
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (outcome.IsDone) News = done;
        else TempData[ApplicationPage.RefusalKey] = outcome.Message;
        return Redirect(address);
    }

    /// <summary>Shows the page again as the claim now is, with the reason of a refusal and all that was typed.</summary>
    protected async Task<IActionResult> RefusedAsync(Casework.Outcome outcome, IReadOnlyList<Field> fields, string field)
    {
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        await ReadAsync();
        if (!HasClaim) return NotFound();
        return Again(fields, [new(outcome.Refusal == Casework.Refusal.Invalid ? field : Obstacle, outcome.Message!)]);
    }
}
