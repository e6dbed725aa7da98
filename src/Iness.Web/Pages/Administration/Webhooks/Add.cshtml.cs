using Iness.Casework.Lifecycle;
using Iness.Casework.Partners.Webhooks;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Iness.Web.Pages.Administration.Webhooks;

/// <summary>Adds an address, and shows the secret of its signatures once.</summary>
[Needs(Right.ManageWebhooks)]
[ResponseCache(NoStore = true)]
public sealed class AddModel(AddWebhook add, IOptions<WebhookOptions> options) : PageModel
{
    private const string NameField = "nom";
    private const string UrlField = "adresse";
    private const string EventsField = "evenements";

    private static readonly Choice[] Events = [.. WebhookEvents.All.Select(told => new Choice(told.Name, $"{told.Name} ({told.Action.InFrench()})"))];

    /// <summary>The webhook just added, with its secret, shown in this answer and never again.</summary>
    public NewWebhook? Added { get; private set; }

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Shows it.</summary>
    public void OnGet() => Form = new(Fields(null, null, []), []);

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var name = form.Required(NameField, AddWebhook.LongestName, "Écrivez le nom du destinataire.");
        if (name?.Any(char.IsControl) == true) form.Refuse(NameField, "Écrivez ce nom sur une seule ligne.");
        var url = Request.Form[UrlField].ToString().Trim();
        if (WebhookAddress.WhyNot(url, options.Value) is { } why) form.Refuse(UrlField, why);
        var events = form.Choices(EventsField, Events, "Choisissez au moins un événement.");
        if (form.Errors.Count == 0)
        {
            var outcome = await add.ExecuteAsync(name!, url, events, User.Actor(), HttpContext.RequestAborted);
            if (outcome.IsDone)
            {
                Added = outcome.Value;
                return Page();
            }

            form.Refuse(UrlField, outcome.Message!);
        }

        Form = new(Fields(Request.Form[NameField], url, [.. Request.Form[EventsField].OfType<string>()]), form.Errors);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private static IReadOnlyList<Field> Fields(string? name, string? url, IReadOnlyCollection<string> events) =>
    [
        new TextField(NameField, "Destinataire", "Le service ou le logiciel prévenu.") { Value = name, MaxLength = AddWebhook.LongestName, Width = "input--width-20" },
        new TextField(UrlField, "Adresse", "Elle commence par https://. Le portail y envoie un message par événement.") { Value = url, MaxLength = WebhookAddress.Longest, InputMode = "url" },
        new CheckboxesField(EventsField, "Événements", Events) { Values = events },
    ];
}
