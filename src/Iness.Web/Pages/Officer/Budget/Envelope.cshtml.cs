using System.Globalization;
using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Budget;

/// <summary>Finance sets the money voted for a year, with the vote it rests on.</summary>
[Needs(Right.ManageEnvelopes)]
[ResponseCache(NoStore = true)]
public sealed class EnvelopeModel(InessDbContext db, SetEnvelope set) : PageModel
{
    private const string Amount = "montant";
    private const string Reason = "vote";
    private const string Version = "version";

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>What is already on it, in a sentence.</summary>
    public string Standing { get; private set; } = "";

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Shows what it is.</summary>
    public async Task<IActionResult> OnGetAsync(string year)
    {
        if (!await ReadAsync(year)) return NotFound();
        var envelope = await CurrentAsync();
        Form = new(Fields(envelope is null ? null : envelope.Voted.ToEuros().ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ','), null, envelope?.Version ?? 0), []);
        return Page();
    }

    /// <summary>Sets it.</summary>
    public async Task<IActionResult> OnPostAsync(string year)
    {
        if (!await ReadAsync(year)) return NotFound();
        var form = new FormReader(Request.Form);
        var voted = form.Amount(Amount, "Indiquez le montant voté.", Money.Zero, SetEnvelope.Most);
        var reason = form.Required(Reason, SetEnvelope.LongestReason, "Indiquez le vote sur lequel repose ce montant.");
        _ = int.TryParse(form.Values.GetValueOrDefault(Version), out var version);
        if (form.Errors.Count == 0)
        {
            var outcome = await set.ExecuteAsync(Year, voted!.Value, version, reason!, User.Actor(), HttpContext.RequestAborted);
            if (outcome.IsDone)
            {
                TempData["News"] = $"L'enveloppe de {Year} est fixée à {voted}.";
                return Redirect("/budget");
            }

            form.Refuse(Amount, outcome.Message!);
            db.ChangeTracker.Clear();
        }

        Form = new(Fields(form.Values.GetValueOrDefault(Amount), form.Values.GetValueOrDefault(Reason), (await CurrentAsync())?.Version ?? 0), form.Errors);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private static Field[] Fields(string? amount, string? reason, int version) =>
    [
        new HiddenField(Version, $"{version}"),
        new TextField(Amount, "Montant voté") { Value = amount, InputMode = "decimal", Suffix = "€", Width = "input--width-10", MaxLength = 30 },
        new TextField(Reason, "Vote", "La délibération ou la décision modificative, par exemple « délibération 2026.00123 du 29 janvier 2026 ».") { Value = reason, MaxLength = SetEnvelope.LongestReason },
    ];

    private Task<Casework.Decisions.Envelope?> CurrentAsync() => db.Envelopes.AsNoTracking().SingleOrDefaultAsync(envelope => envelope.Year == Year, HttpContext.RequestAborted);

    private async Task<bool> ReadAsync(string typed)
    {
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < SetEnvelope.FirstYear or > SetEnvelope.LastYear) return false;
        var balance = await db.EnvelopeBalanceAsync(year, HttpContext.RequestAborted);
        (Year, Standing) = (year, $"Déjà proposé : {balance.Proposed}. Déjà accordé : {balance.Granted}. Le montant voté ne peut pas être inférieur à leur somme.");
        return true;
    }
}
