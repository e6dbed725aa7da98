using Iness.Casework.Payments.Preparing;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Officer.Payments;

/// <summary>The payments by where they stand: the same page for those who prepare, validate and liquidate.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(ReadPayments read, TimeProvider time) : PageModel
{
    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>Where the payments shown stand.</summary>
    public PaymentStage Stage { get; private set; }

    /// <summary>One page of them.</summary>
    public PaymentsPage Listed { get; private set; } = null!;

    /// <summary>Today, in Paris.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Whether this page is not the first.</summary>
    public bool IsFurther { get; private set; }

    /// <summary>Reads them; at first, those that this person has to do something about.</summary>
    public async Task OnGetAsync(string? etape, string? apres)
    {
        Stage = Enum.GetValues<PaymentStage>().Where(stage => stage.Slug() == etape).Select(stage => (PaymentStage?)stage).FirstOrDefault() ?? First();
        var after = PaymentPlace.Parse(apres);
        IsFurther = after is not null;
        Listed = await read.ExecuteAsync(Stage, after, HttpContext.RequestAborted);
    }

    private PaymentStage First() => User.Has(Right.Liquidate) ? PaymentStage.ToLiquidate : User.Has(Right.ValidatePayments) ? PaymentStage.ToValidate : PaymentStage.ToPrepare;
}
