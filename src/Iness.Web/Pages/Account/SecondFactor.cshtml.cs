using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Account;

/// <summary>Where an agent without a second factor arrives, whatever page they asked for.</summary>
[ResponseCache(NoStore = true)]
public sealed class SecondFactorModel(InessDbContext db, IConfiguration configuration) : PageModel
{
    /// <summary>The page the person was going to.</summary>
    [BindProperty(Name = Landing.Parameter, SupportsGet = true)]
    public string? Wanted { get; set; }

    /// <summary>Where they go on to; null for nowhere in particular.</summary>
    public string? Next => Url.IsLocalUrl(Wanted) ? Wanted : null;

    /// <summary>Whether the account has one.</summary>
    public bool IsSet { get; private set; }

    /// <summary>Whether it is a fictional account of a demonstration, of which none is asked.</summary>
    public bool IsExempt { get; private set; }

    /// <summary>Shows where one stands.</summary>
    public async Task OnGetAsync()
    {
        var account = await db.Users.AsNoTracking().SingleAsync(found => found.Id == User.AccountId(), HttpContext.RequestAborted);
        IsExempt = SecondFactor.IsExempt(account.Email, configuration);
        IsSet = account.TwoFactorEnabled || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(passkey => passkey.UserId == account.Id, HttpContext.RequestAborted);
    }
}
