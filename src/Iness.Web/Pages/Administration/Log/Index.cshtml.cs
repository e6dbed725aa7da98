using Iness.Casework.Audit;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Administration.Log;

/// <summary>The audit log, searched. What is looked for stands in the address.</summary>
[Needs(Right.ReadAudit)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(SearchAudit search) : PageModel
{
    private const string Number = "numero";
    private const string Person = "personne";
    private const string Action = "acte";
    private const string From = "du";
    private const string To = "au";
    private const int Longest = 200;

    /// <summary>Only lines before this one.</summary>
    [BindProperty(Name = "avant", SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>The lines found.</summary>
    public AuditPage Lines { get; private set; } = new([], null);

    /// <summary>The address of the next page; null when there is none.</summary>
    public string? Next => Lines.Next is { } next ? AddressOf($"avant={next}") : null;

    /// <summary>The address of the first page of the same search.</summary>
    public string First => AddressOf(null);

    /// <summary>Searches.</summary>
    public async Task OnGetAsync()
    {
        var form = new FormReader(Request.Query);
        var (number, person, action) = (form.Text(Number, Longest), form.Text(Person, Longest), form.Text(Action, Longest));
        var (from, to) = (form.Date(From, null), form.Date(To, null));
        if (from > to) form.Refuse(To, "Le dernier jour ne peut pas être avant le premier.");
        Form = new(Fields(), form.Errors);
        ViewData["HasErrors"] = form.Errors.Count > 0;
        if (form.Errors.Count == 0) Lines = await search.ExecuteAsync(new(number, person, action, from, to), Before, HttpContext.RequestAborted);
    }

    private IReadOnlyList<Field> Fields() =>
    [
        new TextField(Number, "Numéro du dossier") { Value = Request.Query[Number], MaxLength = Longest, Width = "input--width-20" },
        new TextField(Person, "Personne", "Son adresse, ou une partie de son nom : ce qu'elle a fait, et ce qui a été fait à son compte.") { Value = Request.Query[Person], MaxLength = Longest, Width = "input--width-20" },
        new TextField(Action, "Acte", "Par exemple « mot de passe » ou « déposée ».") { Value = Request.Query[Action], MaxLength = Longest, Width = "input--width-20" },
        new DateField(From, "Du") { Value = Typed(From) },
        new DateField(To, "Au") { Value = Typed(To) },
    ];

    private (string? Day, string? Month, string? Year) Typed(string name) => (Request.Query[$"{name}-jour"], Request.Query[$"{name}-mois"], Request.Query[$"{name}-annee"]);

    private string AddressOf(string? place)
    {
        var kept = Request.Query.Where(pair => pair.Key != "avant" && pair.Value.ToString().Length > 0).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
        var query = string.Join('&', place is null ? kept : kept.Append(place));
        return query.Length == 0 ? "/administration/journal" : $"/administration/journal?{query}";
    }
}
