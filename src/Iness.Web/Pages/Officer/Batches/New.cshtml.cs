using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Batches;

/// <summary>The lead officer gathers checked proposals into a batch.</summary>
[Needs(Right.CheckProposals)]
[ResponseCache(NoStore = true)]
[RequestFormLimits(ValueCountLimit = 20_000)]
public sealed class NewModel(InessDbContext db, PrepareBatch prepare) : PageModel
{
    /// <summary>The proposals chosen.</summary>
    public const string ChosenField = "propositions";

    private const string NameField = "nom";
    private const string WhichField = "lesquelles";
    private const string All = "toutes";
    private static readonly Choice[] Which = [new(All, "Toutes les propositions contrôlées"), new("choix", "Celles cochées dans la liste")];

    /// <summary>The proposals that may be taken.</summary>
    public IReadOnlyList<BatchLine> Lines { get; private set; } = [];

    /// <summary>Those that are.</summary>
    public IReadOnlySet<Guid> Chosen { get; private set; } = new HashSet<Guid>();

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new(Fields(null, All), []);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Lines = await db.Lines(db.ReadyForBatch().AsNoTracking()).ToListAsync(HttpContext.RequestAborted);

    /// <summary>Gathers them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var name = form.Required(NameField, PrepareBatch.LongestName, "Donnez un nom au lot.");
        var which = form.Choice(WhichField, Which, "Choisissez les propositions à prendre.");
        Chosen = Request.Form[ChosenField].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet();
        if (form.Errors.Count == 0)
        {
            var outcome = await prepare.ExecuteAsync(name!, which == All ? null : Chosen, User.Actor(), HttpContext.RequestAborted);
            if (outcome.IsDone) return Redirect($"/lots/{outcome.Value}");
            form.Refuse(ChosenField, outcome.Message!);
            db.ChangeTracker.Clear();
        }

        await OnGetAsync();
        Form = new(Fields(form.Values.GetValueOrDefault(NameField), form.Values.GetValueOrDefault(WhichField)), form.Errors);
        ViewData["HasErrors"] = true;
        return Page();
    }

    private static Field[] Fields(string? name, string? which) =>
    [
        new TextField(NameField, "Nom du lot", "Par exemple « Commission du 12 mars 2026 ».") { Value = name, MaxLength = PrepareBatch.LongestName },
        new RadiosField(WhichField, "Quelles propositions ?", Which) { Value = which },
    ];
}
