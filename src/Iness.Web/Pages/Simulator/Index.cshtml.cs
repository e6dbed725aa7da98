using Iness.Casework.Registers.Communes;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Simulator;

/// <summary>Start: a number or a name, the register, or straight to the questions.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(ICompanyRegister register, TimeProvider time) : PageModel
{
    private const string SearchField = "q";
    private const string ChosenField = "siren";
    private const string NoneOfThem = "aucune";

    public FormView Form { get; private set; } = new([], []);

    public IReadOnlyList<CompanyRecord> Matches { get; private set; } = [];

    public string? Notice { get; private set; }

    public string WithoutSearch => Journey.Next(SimulationState.Start(time.Today()));

    public async Task<IActionResult> OnGetAsync(string? q, string? siren, CancellationToken cancellationToken)
    {
        if (siren == NoneOfThem) return Redirect(WithoutSearch);
        if (siren is not null && CompanyNumber.Read(siren, out var chosen) == CompanyNumber.Reading.Number) return await FindAsync(chosen!, cancellationToken);
        if (!Request.Query.ContainsKey(SearchField)) return Ask(null);

        return CompanyNumber.Read(q, out var number) switch
        {
            CompanyNumber.Reading.Number => await FindAsync(number!, cancellationToken),
            CompanyNumber.Reading.Name => await SearchAsync(q!, siren is not null || Request.Query.ContainsKey("choisir"), cancellationToken),
            CompanyNumber.Reading.Empty => Ask(q, "Écrivez un SIRET, un SIREN ou un nom, ou choisissez « Répondre sans recherche »."),
            CompanyNumber.Reading.WrongLength => Ask(q, "Un SIREN compte 9 chiffres et un SIRET 14 : vérifiez le nombre de chiffres."),
            _ => Ask(q, "Ce numéro comporte une erreur : sa clé de contrôle est fausse. Vérifiez chaque chiffre."),
        };
    }

    private async Task<IActionResult> FindAsync(CompanyNumber number, CancellationToken cancellationToken) =>
        await register.FindAsync(number, cancellationToken) switch
        {
            CompanySearch.Found found => Redirect(Journey.Page("structure", SimulationState.From(found.Records[0], time.Today(), number.IsSiret))),
            CompanySearch.NothingKnown => AskAll(RegisterNews.Nothing, number),
            _ => AskAll(RegisterNews.Unavailable, number),
        };

    private async Task<IActionResult> SearchAsync(string name, bool nothingChosen, CancellationToken cancellationToken)
    {
        switch (await register.SearchAsync(name, cancellationToken))
        {
            case CompanySearch.Found found:
                Matches = found.Records;
                Form = new(Choices(name), nothingChosen ? [new(ChosenField, "Choisissez une structure, ou « Aucune de ces structures ».")] : []);
                ViewData["HasErrors"] = nothingChosen;
                return Page();
            case CompanySearch.NothingKnown:
                return AskWithNotice(name, $"L'Annuaire des entreprises ne trouve rien pour « {name} ». Essayez le SIREN, ou répondez sans recherche.");
            default:
                return AskAll(RegisterNews.Unavailable, null);
        }
    }

    /// <summary>Without the register the same questions are simply asked; the first page says why.</summary>
    private RedirectResult AskAll(string news, CompanyNumber? number)
    {
        var state = SimulationState.Start(time.Today());
        if (number is not null && Siren.TryParse(number.Siren, out var siren)) state = state.With(u => u with { Siren = siren });
        return Redirect($"{Journey.Next(state)}&{RegisterNews.Parameter}={news}");
    }

    private Field[] Choices(string name) =>
    [
        new RadiosField(ChosenField, $"Quelle est votre structure parmi celles qui correspondent à « {name} » ?",
        [
            .. Matches.Select(match => new Choice(match.Siren.Digits, match.Name ?? "Nom non diffusé", Describe(match))),
            new Choice(NoneOfThem, "Aucune de ces structures"),
        ]),
        new HiddenField(SearchField, name),
        new HiddenField("choisir", "1"),
    ];

    private static string Describe(CompanyRecord match)
    {
        var commune = match.Commune is { } code ? CommuneDirectory.Find(code.ToString())?.Name ?? match.CommuneName : match.CommuneName;
        return string.Join(", ", new[] { commune, $"SIREN {match.Siren.Digits}", match.MainActivity is { } activity ? $"activité {activity}" : null, match.HasCeased == true ? "a cessé" : null }
            .Where(part => part is not null));
    }

    private PageResult AskWithNotice(string typed, string notice)
    {
        Notice = notice;
        return Ask(typed);
    }

    private PageResult Ask(string? typed, string? error = null)
    {
        var field = new TextField(SearchField, "Quelle est votre structure ?", "Son SIRET, son SIREN ou son nom, par exemple 338 365 059.") { Value = typed, MaxLength = 200 };
        Form = new([field], error is null ? [] : [new(SearchField, error)]);
        ViewData["HasErrors"] = error is not null;
        return Page();
    }
}
