using Iness.Casework.Persistence;
using Iness.Casework.Review.Worklist;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Worklist;

/// <summary>Entrusts the files ticked in the list. Shown only when that is refused: the files are then listed as they stand, still chosen.</summary>
[Needs(Right.AssignFiles)]
[ResponseCache(NoStore = true)]
public sealed class AssignModel(InessDbContext db, AssignFiles assign) : PageModel
{
    private const string OfficerName = "confier";

    /// <summary>What came of it, told by the list.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>The list it was sent from.</summary>
    public WorklistAddress Asked { get; private set; } = null!;

    /// <summary>The files chosen, as they stand now.</summary>
    public IReadOnlyList<ChosenFile> Files { get; private set; } = [];

    /// <summary>Those they may be entrusted to.</summary>
    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    /// <summary>The officer chosen.</summary>
    public string Chosen { get; private set; } = "";

    /// <summary>What is wrong.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect(WorklistAddress.Path);

    /// <summary>Entrusts them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Asked = WorklistAddress.Parse(Request.Form["retour"], User.AccountId()!.Value);
        Chosen = Request.Form[OfficerName].ToString();
        var seen = Request.Form["dossier"].Select(Seen).OfType<SeenFile>().DistinctBy(file => file.Number).ToList();
        if (seen.Count > 0 && Chosen != WorklistChoices.Nobody && !Guid.TryParse(Chosen, out _))
            return await AgainAsync(seen, OfficerName, "Choisissez à qui confier les dossiers.");
        Guid? officer = Guid.TryParse(Chosen, out var id) ? id : null;
        var outcome = await assign.ExecuteAsync(seen, officer, User.Actor(), HttpContext.RequestAborted);
        if (outcome.Refusal == Refusal.NotFound) return NotFound();
        if (!outcome.IsDone) return await AgainAsync(seen, seen.Count == 0 ? "contenu" : OfficerName, outcome.Message!);
        News = (seen.Count, officer) switch
        {
            (1, null) => $"Le dossier {seen[0].Number} n'est plus confié à personne.",
            (_, null) => $"{seen.Count} dossiers ne sont plus confiés à personne.",
            (1, _) => $"Le dossier {seen[0].Number} est confié à {await NameAsync(officer)}.",
            _ => $"{seen.Count} dossiers sont confiés à {await NameAsync(officer)}.",
        };
        return Redirect(Asked.Address);
    }

    private static SeenFile? Seen(string? sent)
    {
        var parts = (sent ?? "").Split('/');
        return parts.Length == 2 && parts[0] is { Length: > 0 and <= 20 } number && number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? new(number, Guid.TryParse(parts[1], out var officer) ? officer : null)
            : null;
    }

    private async Task<PageResult> AgainAsync(List<SeenFile> seen, string field, string message)
    {
        var numbers = seen.Take(AssignFiles.Most).Select(file => file.Number).ToList();
        Files = await db.Applications.Where(file => EF.Parameter(numbers).Contains(file.Number!)).OrderBy(file => file.Number)
            .Select(file => new ChosenFile(file.Number!, file.Organisation!.Name, file.AssignedToId, db.Users.Where(account => account.Id == file.AssignedToId).Select(account => account.GivenName + " " + account.FamilyName).FirstOrDefault()))
            .ToListAsync(HttpContext.RequestAborted);
        Officers = await IndexModel.OfficersAsync(db, HttpContext.RequestAborted);
        Form = new([], [new(field, message)]);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private Task<string?> NameAsync(Guid? officer) =>
        db.Users.Where(account => account.Id == officer).Select(account => account.GivenName + " " + account.FamilyName).SingleOrDefaultAsync(HttpContext.RequestAborted);
}

/// <summary>A file chosen, as it stands.</summary>
public sealed record ChosenFile(string Number, string Organisation, Guid? OfficerId, string? Officer);
