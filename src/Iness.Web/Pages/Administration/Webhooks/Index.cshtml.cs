using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration.Webhooks;

/// <summary>The addresses told of what happens to files.</summary>
[Needs(Right.ReadSystem)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db) : PageModel
{
    /// <summary>Those told, by name.</summary>
    public IReadOnlyList<WebhookRow> Told { get; private set; } = [];

    /// <summary>Those stopped, the last first.</summary>
    public IReadOnlyList<WebhookRow> Stopped { get; private set; } = [];

    /// <summary>An address as this person may read it: what follows its host may be a secret, for those alone who keep it.</summary>
    public string Shown(string url) => User.Has(Right.ManageWebhooks) ? url : HostOf(url);

    /// <summary>The host of an address.</summary>
    public static string HostOf(string url) => $"{new Uri(url).GetLeftPart(UriPartial.Authority)}/…";

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var rows = await db.Webhooks.Select(webhook => new WebhookRow(
            webhook.Id,
            webhook.Name,
            webhook.Url,
            webhook.StoppedAt,
            db.WebhookDeliveries.Count(delivery => delivery.WebhookId == webhook.Id && delivery.DueAt != null),
            db.WebhookDeliveries.Where(delivery => delivery.WebhookId == webhook.Id && delivery.DeliveredAt != null).Max(delivery => delivery.DeliveredAt))).ToListAsync(HttpContext.RequestAborted);
        Told = [.. rows.Where(row => row.StoppedAt is null).OrderBy(row => row.Name, StringComparer.Ordinal)];
        Stopped = [.. rows.Where(row => row.StoppedAt is not null).OrderByDescending(row => row.StoppedAt)];
    }
}

/// <summary>One of them in the list.</summary>
public sealed record WebhookRow(Guid Id, string Name, string Url, DateTime? StoppedAt, int Waiting, DateTime? LastDeliveredAt);
