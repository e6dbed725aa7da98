using Iness.Casework.Accounts.Agents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration.Agents;

/// <summary>The accounts of the Région.</summary>
[Needs(Right.ReadSystem)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db, IConfiguration configuration) : PageModel
{
    /// <summary>What has just been done.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>Those open or invited, by name.</summary>
    public IReadOnlyList<AgentRow> Open { get; private set; } = [];

    /// <summary>Those closed, the last first.</summary>
    public IReadOnlyList<AgentRow> Closed { get; private set; } = [];

    /// <summary>Whether this portal is a demonstration.</summary>
    public bool IsDemo => configuration.IsDemo();

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var rows = await (
            from account in db.Users.AsNoTracking().OfAgents()
            orderby account.FamilyName, account.GivenName
            select new AgentRow(
                account.Id, account.GivenName, account.FamilyName, account.Email!, account.Role, account.Capacity, account.EmailConfirmed,
                account.TwoFactorEnabled, db.Set<IdentityUserPasskey<Guid>>().Any(key => key.UserId == account.Id), account.LastSignInAt, account.ClosedAt))
            .ToListAsync(HttpContext.RequestAborted);
        Open = [.. rows.Where(row => row.ClosedAt is null)];
        Closed = [.. rows.Where(row => row.ClosedAt is not null).OrderByDescending(row => row.ClosedAt)];
    }
}

/// <summary>One agent in the list.</summary>
public sealed record AgentRow(
    Guid Id, string GivenName, string FamilyName, string Email, Role Role, string? Capacity, bool HasAccepted, bool HasCodes, bool HasPasskey, DateTime? LastSignInAt, DateTime? ClosedAt)
{
    /// <summary>First and family name.</summary>
    public string FullName => $"{GivenName} {FamilyName}".Trim();

    /// <summary>The second factor in words.</summary>
    public string SecondFactor => (HasCodes, HasPasskey) switch { (true, true) => "codes et clé d'accès", (true, _) => "codes", (_, true) => "clé d'accès", _ => "aucun" };
}
