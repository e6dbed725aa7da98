using Iness.Casework.Documents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>A page of the claim for the payment of a granted aid, once it is begun.</summary>
public abstract class ClaimPage(InessDbContext db, TimeProvider time) : FiledPage(db)
{
    /// <summary>The claim, with all that is checked of it.</summary>
    public ClaimUnderCheck Review { get; private set; } = null!;

    /// <summary>The claim.</summary>
    public PaymentClaim Claim => Review.Claim;

    /// <summary>The version of the claim that the form shows: that of a page just opened or just refused; what is sent says which one it was.</summary>
    [BindProperty(Name = "vue")]
    public int ClaimSeen { get; set; }

    /// <summary>Address of the claim.</summary>
    public string Home => $"{Root}/versement";

    /// <summary>Today, in Paris.</summary>
    protected DateOnly Today => time.Today();

    /// <summary>Whether the page is only for a claim that may still be changed.</summary>
    protected virtual bool IsForOpenClaims => true;

    /// <inheritdoc/>
    [NonHandler]
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        return base.OnPageHandlerExecutionAsync(context, async () =>
        {
            if (await ReadClaimAsync() && !(IsForOpenClaims && !May(FileAction.ClaimPayment))) return await next();
            context.Result = Redirect(Review is null ? FollowUp : Home);
            return new PageHandlerExecutedContext(PageContext, [], context.HandlerMethod, this) { Result = context.Result };
        });
    }

    /// <summary>An invoice of the claim; null when it has no such one.</summary>
    public InvoiceChecks? Find(Guid invoice) => Review.Invoices.FirstOrDefault(one => one.Invoice.Id == invoice);

    /// <summary>Reads the claim again, after a change.</summary>
    protected async Task<bool> ReadClaimAsync()
    {
        if (await ClaimUnderCheck.ReadAsync(Db, Application.Id, Today, HttpContext.RequestAborted) is not { } review) return false;
        Review = review;
        return true;
    }

    /// <summary>A document of the claim.</summary>
    protected Task<StoredDocument?> DocumentAsync(Guid? id) => Db.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Id == id && document.ApplicationId == Application.Id, HttpContext.RequestAborted);

    /// <summary>Shows a refusal on a page of the claim; nothing of others' is ever told.</summary>
    protected IActionResult Elsewhere(Outcome refused, string address)
    {
        if (refused.Refusal == Refusal.NotFound) return NotFound();
        TempData[RefusalKey] = refused.Message;
        return Redirect(address);
    }
}
