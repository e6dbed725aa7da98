using Iness.Casework.Applications;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Iness.Web.Accounts;
using Iness.Web.Applying;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>Starts an application: from nothing, from the register, from a simulation, from a partner's link. It says first what its date means.</summary>
[ResponseCache(NoStore = true)]
public sealed class NewModel(InessDbContext db, StartApplication start, PrefillLink prefills, TimeProvider time) : PageModel
{
    private const string OrganisationField = "structure";
    private List<Organisation> organisations = [];

    /// <summary>A simulation.</summary>
    [BindProperty(Name = "r", SupportsGet = true)]
    public string? Simulation { get; set; }

    /// <summary>A partner's link.</summary>
    [BindProperty(Name = "p", SupportsGet = true)]
    public string? Prefill { get; set; }

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Today, the creation date if the draft is created now.</summary>
    public DateOnly Today { get; } = time.Today();

    /// <summary>What is known already; null for nothing.</summary>
    public SimulationState? Known { get; private set; }

    /// <summary>Whether the link given can no longer be read.</summary>
    public bool IsLinkDead { get; private set; }

    /// <summary>Where an organisation is added, and comes back from.</summary>
    public string AddOrganisation => $"/structures/ajouter?retour={Uri.EscapeDataString("/demandes/nouvelle" + Request.QueryString)}"
        + (Known?.Request.Undertaking.Siren is { } siren ? $"&numero={siren.Digits}" : "");

    /// <summary>Whether the organisation of the simulation is not one of one's own yet.</summary>
    public bool IsOrganisationMissing => organisations.Count == 0 || (Known?.Request.Undertaking.Siren is { } siren && organisations.TrueForAll(organisation => organisation.Siren != siren.Digits));

    /// <summary>What it will start with, and for which organisation.</summary>
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Form = new(Fields(null), []);
    }

    /// <summary>Creates the draft.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var form = new FormReader(Request.Form);
        var chosen = form.Choice(OrganisationField, Choices, "Choisissez la structure qui demande l'aide.");
        if (organisations.Find(organisation => organisation.Id.ToString() == chosen) is not { } organisation)
        {
            Form = new(Fields(chosen), form.Errors);
            ViewData["HasErrors"] = true;
            return Page();
        }

        var started = await start.ExecuteAsync(organisation.Id, User.Actor(), KnownOf(organisation), HttpContext.RequestAborted);
        return started.IsDone ? Redirect($"/demandes/{started.Value}") : NotFound();
    }

    private List<Choice> Choices => [.. organisations.Select(organisation => new Choice(organisation.Id.ToString(), organisation.Name, $"SIREN {organisation.SpacedSiren}"))];

    private async Task LoadAsync()
    {
        ViewData["Section"] = "applications";
        Known = Simulation is { } link ? StateLink.Read(link, Today) : Prefill is { } prefill ? prefills.Read(prefill) : null;
        IsLinkDead = Known is null && (Simulation ?? Prefill) is not null;
        organisations = await db.Organisations.Of(User.AccountId()!.Value).AsNoTracking().OrderBy(organisation => organisation.Name).ToListAsync(HttpContext.RequestAborted);
    }

    private Field[] Fields(string? chosen) => organisations.Count == 0 ? [] :
    [
        new RadiosField(OrganisationField, "Quelle structure demande l'aide ?", Choices)
        {
            Value = chosen ?? (organisations.Find(organisation => organisation.Siren == Known?.Request.Undertaking.Siren?.Digits) ?? (organisations.Count == 1 ? organisations[0] : null))?.Id.ToString(),
        },
    ];

    /// <summary>The simulation's answers, completed by the register's for what it does not say.</summary>
    private IReadOnlyList<KnownAnswer> KnownOf(Organisation organisation)
    {
        // A simulation of another structure says nothing of this one.
        var simulated = Known is null || (Known.Request.Undertaking.Siren is { } siren && siren.Digits != organisation.Siren) ? [] : KnownAnswers.From(Known);
        var registered = CompanyRecordJson.Read(organisation.RegisterRecord) is { } record
            ? KnownAnswers.From(SimulationState.From(record, Today, isEstablishmentGiven: false))
            : [];
        // Anybody may write a link: only the record kept here says what the register said.
        return
        [
            .. simulated.Select(answer => answer with { IsFromRegister = registered.Any(known => known.IsFromRegister && known.Key == answer.Key && known.Value == answer.Value) }),
            .. registered.ExceptBy(simulated.Select(answer => answer.Key), answer => answer.Key),
        ];
    }
}
