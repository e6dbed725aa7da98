using System.Globalization;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>Which granted cost each line of the invoices belongs to: proposed, corrected by hand.</summary>
public sealed class MatchingModel(InessDbContext db, MatchLines match, TimeProvider time) : ClaimPage(db, time)
{
    /// <summary>The choice of a line that belongs to no granted cost.</summary>
    public const string None = "aucune";

    private readonly List<FieldError> errors = [];

    /// <summary>What is wrong.</summary>
    public FormView Form => new([], errors);

    /// <summary>Whether a subscription is granted: its months are asked.</summary>
    public bool HasSubscriptions => Review.Granted.Costs.Any(cost => cost.Line.Nature == CostNature.Subscription);

    /// <summary>The invoices that have lines.</summary>
    public IEnumerable<InvoiceChecks> Invoices => Review.Invoices.Where(one => one.Invoice.Lines.Count > 0);

    /// <summary>Shows them.</summary>
    public IActionResult OnGet()
    {
        ClaimSeen = Claim.Version;
        return Page();
    }

    /// <summary>Saves every choice; a line left without one stays to be matched.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var matches = new List<LineMatch>();
        foreach (var line in Invoices.SelectMany(one => one.Invoice.Lines))
        {
            if (Request.Form[CostField(line)].ToString() is not { Length: > 0 } cost) continue;
            int? months = HasSubscriptions && Request.Form[MonthsField(line)].ToString().Trim().Length > 0
                ? form.Integer(MonthsField(line), $"« {line.Label} » : écrivez le nombre de mois, de 1 à 120.", 1, 120)
                : null;
            matches.Add(new(line.Id, cost == None ? null : cost, months));
        }

        errors.AddRange(form.Errors);
        if (errors.Count == 0)
        {
            var saved = await match.ExecuteAsync(Application.Id, ClaimSeen, matches, Me, HttpContext.RequestAborted);
            if (saved.IsDone) return Redirect($"{Home}/paiements");
            if (saved.Refusal is not (Casework.Refusal.Invalid or Casework.Refusal.Conflict)) return Elsewhere(saved, $"{Home}/rapprochement");
            if (saved.Refusal == Casework.Refusal.Conflict) ClaimSeen = Claim.Version;
            errors.Add(new("lignes", saved.Message!));
        }

        ViewData["HasErrors"] = true;
        return Page();
    }

    /// <summary>The choice of a line: typed last, else as saved or proposed.</summary>
    public string? CostOf(ClaimedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Request.HasFormContentType ? Request.Form[CostField(line)].ToString() : line.CostId ?? (line.IsMatchedByHand ? None : null);
    }

    /// <summary>The months of a line: typed last, else as saved.</summary>
    public string? MonthsOf(ClaimedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Request.HasFormContentType ? Request.Form[MonthsField(line)].ToString() : line.Months?.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What is wrong with the months of a line; null for nothing.</summary>
    public string? ErrorOf(ClaimedLine line) => errors.Find(error => error.Name == MonthsField(line))?.Message;

    /// <summary>Name of the choice of a line.</summary>
    public static string CostField(ClaimedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"depense-{line.Id:N}";
    }

    /// <summary>Name of the months of a line.</summary>
    public static string MonthsField(ClaimedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"mois-{line.Id:N}";
    }
}
