using Iness.Casework.Partners;
using Iness.Casework.Partners.Webhooks;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration.Webhooks;

/// <summary>One address: what was sent to it and what came of it, with a test, another sending, and the end.</summary>
[Needs(Right.ReadSystem)]
[NeedsToWrite(Right.ManageWebhooks)]
[ResponseCache(NoStore = true)]
public sealed class WebhookModel(InessDbContext db, SendToWebhook send, StopWebhook stop) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Which.</summary>
    [BindProperty(Name = "webhook", SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The delivery after which an older page of the log starts; null for the latest.</summary>
    [BindProperty(Name = "avant", SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>What has just been done.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The address.</summary>
    public Webhook Webhook { get; private set; } = null!;

    /// <summary>Its log, the latest first.</summary>
    public IReadOnlyList<DeliveryRow> Log { get; private set; } = [];

    /// <summary>Where the older ones start; null when there are none.</summary>
    public Guid? Older { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(found => found.Id == Id, HttpContext.RequestAborted) is not { } webhook) return NotFound();
        Webhook = webhook;
        var deliveries = db.WebhookDeliveries.Where(delivery => delivery.WebhookId == Id);
        if (Before is { } last && await deliveries.Where(delivery => delivery.Id == last).Select(delivery => (DateTime?)delivery.CreatedAt).SingleOrDefaultAsync(HttpContext.RequestAborted) is { } at)
            deliveries = deliveries.Where(delivery => delivery.CreatedAt < at || (delivery.CreatedAt == at && delivery.Id < last));

        var rows = await deliveries.OrderByDescending(delivery => delivery.CreatedAt).ThenByDescending(delivery => delivery.Id).Take(PageSize + 1)
            .Select(delivery => new DeliveryRow(
                delivery.Id, delivery.Event, db.Applications.Where(file => file.Id == delivery.ApplicationId).Select(file => file.Number).FirstOrDefault(), delivery.CreatedAt, delivery.ReplayOfId != null,
                delivery.Attempts, delivery.DueAt, delivery.DeliveredAt, delivery.LastStatus, delivery.LastError))
            .ToListAsync(HttpContext.RequestAborted);
        Older = rows.Count > PageSize ? rows[PageSize - 1].Id : null;
        Log = [.. rows.Take(PageSize)];
        return Page();
    }

    /// <summary>Sends a test.</summary>
    public async Task<IActionResult> OnPostTestAsync() => After(await send.TestAsync(Id, User.Actor(), HttpContext.RequestAborted), "Un essai va partir : son résultat se lira au journal des envois.");

    /// <summary>Sends a delivery again.</summary>
    public async Task<IActionResult> OnPostAgainAsync([FromForm(Name = "envoi")] Guid delivery) =>
        After(await send.AgainAsync(Id, delivery, User.Actor(), HttpContext.RequestAborted), "L'événement va être envoyé de nouveau.");

    /// <summary>Stops telling it.</summary>
    public async Task<IActionResult> OnPostStopAsync() => After(await stop.ExecuteAsync(Id, User.Actor(), HttpContext.RequestAborted), "L'adresse n'est plus prévenue.");

    private IActionResult After(Outcome outcome, string done)
    {
        if (outcome.Refusal == Refusal.NotFound) return NotFound();
        News = outcome.Message ?? done;
        return Redirect($"/administration/webhooks/{Id}");
    }
}

/// <summary>One delivery in the log.</summary>
public sealed record DeliveryRow(Guid Id, string Event, string? Number, DateTime CreatedAt, bool IsReplay, int Attempts, DateTime? DueAt, DateTime? DeliveredAt, int? LastStatus, string? LastError);
