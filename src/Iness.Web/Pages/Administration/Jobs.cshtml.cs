using Iness.Casework.Jobs;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration;

/// <summary>The timed work: when each last ran, what came of it, and when it runs next.</summary>
[Needs(Right.ReadSystem)]
[ResponseCache(NoStore = true)]
public sealed class JobsModel(InessDbContext db, IEnumerable<ITimedWork> works, TimeProvider time) : PageModel
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["scan-documents"] = "Analyse antivirus des documents",
        ["send-mail"] = "Envoi des messages",
        ["draw-acknowledgements"] = "Accusés de réception en PDF",
        ["draw-letters"] = "Courriers en PDF",
        ["decide-batches"] = "Décision des lots",
        ["notify-decisions"] = "Notification des décisions",
        ["draw-decisions"] = "Décisions en PDF",
        ["draw-recoveries"] = "Retraits et reversements en PDF",
        ["remind-claims"] = "Rappel des versements à demander",
        ["refresh-register"] = "Annuaire des entreprises",
        ["deliver-webhooks"] = "Envoi des événements aux webhooks",
        ["purge"] = "Suppression de ce qui n'est plus à conserver",
        ["purge-files"] = "Effacement des dossiers dont la durée de conservation est passée",
        ["purge-accounts"] = "Fermeture des comptes inutilisés",
        ["remind-missing-items"] = "Rappel des pièces demandées",
        ["watch-deadlines"] = "Alerte sur les délais de réponse",
        ["watch-payments"] = "Alerte sur les délais de paiement",
        ["watch-declarations"] = "Alerte sur les déclarations de minimis",
    };

    /// <summary>Each with its last run; null for one that never ran.</summary>
    public IReadOnlyList<JobRow> Rows { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var leases = await db.Jobs.AsNoTracking().ToDictionaryAsync(job => job.Name, HttpContext.RequestAborted);
        var now = time.Instant();
        Rows = [.. works.Select(work => RowOf(work, leases.GetValueOrDefault(work.Name), now))];
    }

    private static JobRow RowOf(ITimedWork work, JobLease? last, DateTime now) =>
        new(Titles.GetValueOrDefault(work.Name, work.Name), InWords(work.Every), last, NextOf(work, last, now));

    /// <summary>The timer runs by intervals from the last start, on whichever node took it.</summary>
    private static string NextOf(ITimedWork work, JobLease? last, DateTime now) => last switch
    {
        { HeldUntil: { } until } when until >= now => "en cours",
        { StartedAt: { } started } when started + work.Every > now => $"le {(started + work.Every).InWords()}",
        { StartedAt: not null } => "dès que possible",
        _ => "au démarrage du portail",
    };

    private static string InWords(TimeSpan every) => every switch
    {
        { TotalDays: >= 1 } => every.Days == 1 ? "chaque jour" : $"tous les {every.Days} jours",
        { TotalHours: >= 1 } => every.Hours == 1 ? "chaque heure" : $"toutes les {every.Hours} heures",
        { TotalMinutes: >= 1 } => every.Minutes == 1 ? "chaque minute" : $"toutes les {every.Minutes} minutes",
        _ => every.Seconds == 1 ? "chaque seconde" : $"toutes les {every.Seconds} secondes",
    };
}

/// <summary>One timed work in the list.</summary>
public sealed record JobRow(string Title, string Every, JobLease? Last, string Next);
