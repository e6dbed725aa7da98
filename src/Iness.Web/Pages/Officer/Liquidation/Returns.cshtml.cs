using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Liquidation;

/// <summary>Finance gives the return files of its software, and reads those given before.</summary>
[Needs(Right.Liquidate)]
[ResponseCache(NoStore = true)]
public sealed class ReturnsModel(InessDbContext db, ImportPaymentReturn import) : PageModel
{
    /// <summary>Name of the file in the form.</summary>
    public const string FileField = "fichier";

    private const int MostShown = 100;

    /// <summary>Those given, the latest first.</summary>
    public IReadOnlyList<PaymentReturn> Returns { get; private set; } = [];

    /// <summary>What is wrong.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Returns = await db.PaymentReturns.AsNoTracking().OrderByDescending(file => file.ImportedAt).Take(MostShown).ToListAsync(HttpContext.RequestAborted);

    /// <summary>Takes one in.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? fichier)
    {
        if (fichier is null) return await AgainAsync("Choisissez le fichier du comptable.");
        if (fichier.Length > ReturnFile.Largest) return await AgainAsync($"Ce fichier dépasse {ReturnFile.Largest / 1024 / 1024} Mo.");
        using var content = new MemoryStream();
        await fichier.CopyToAsync(content, HttpContext.RequestAborted);
        var outcome = await import.ExecuteAsync(fichier.FileName, content.ToArray(), User.Actor(), HttpContext.RequestAborted);
        return outcome.IsDone ? Redirect($"/versements/retours/{outcome.Value}") : await AgainAsync(outcome.Message!);
    }

    private async Task<IActionResult> AgainAsync(string message)
    {
        db.ChangeTracker.Clear();
        await OnGetAsync();
        Form = new([], [new(FileField, message)]);
        ViewData["HasErrors"] = true;
        return Page();
    }
}
