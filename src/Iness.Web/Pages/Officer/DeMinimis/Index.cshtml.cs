using System.Globalization;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.DeMinimis;

/// <summary>The grants on their way to the national de minimis register.</summary>
[Needs(Right.ReadFiles)]
[NeedsToWrite(Right.DeclareAid)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db, ExportDeclarations export, TimeProvider time) : PageModel
{
    private const int PageSize = 50;
    private const int ExportsShown = 5;

    /// <summary>The states, as they stand in addresses, and as they are read.</summary>
    public static readonly (string Slug, string Text, DeclarationState State)[] States =
    [
        ("a-declarer", "À déclarer", DeclarationState.Waiting), ("refusees", "Refusées", DeclarationState.Refused), ("transmises", "Transmises", DeclarationState.Exported),
        ("confirmees", "Confirmées", DeclarationState.Confirmed), ("sans-objet", "Sans objet", DeclarationState.Dropped),
    ];

    /// <summary>Slug of those that are late, whatever their state.</summary>
    public const string LateSlug = "en-retard";

    /// <summary>What was done just before, told once.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>Today.</summary>
    public DateOnly Today { get; } = time.Today();

    /// <summary>How many in each state, by slug.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    /// <summary>The state shown.</summary>
    public string Shown { get; private set; } = States[0].Slug;

    /// <summary>The declarations of that state.</summary>
    public IReadOnlyList<DeclarationRow> Rows { get; private set; } = [];

    /// <summary>Those of them that the imported register holds: the day it was published.</summary>
    public IReadOnlyDictionary<Guid, DateOnly?> Seen { get; private set; } = new Dictionary<Guid, DateOnly?>();

    /// <summary>The last exports.</summary>
    public IReadOnlyList<DeclarationsExported> Exports { get; private set; } = [];

    /// <summary>The page shown, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Whether there is another.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Whether an export would take something.</summary>
    public bool MayExport => Counts.GetValueOrDefault("a-declarer") + Counts.GetValueOrDefault("refusees") > 0;

    /// <summary>Address of the file of an export.</summary>
    public static string FileOf(DateTime export) => $"/de-minimis/export.csv?lot={export.Ticks.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(string? etat, int rang = 1)
    {
        var stop = HttpContext.RequestAborted;
        Shown = etat == LateSlug || States.Any(state => state.Slug == etat) ? etat! : Shown;
        Number = Math.Clamp(rang, 1, 10_000);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal) { [LateSlug] = await db.AidDeclarations.Late(Today).CountAsync(stop) };
        foreach (var (slug, _, state) in States) counts[slug] = await db.AidDeclarations.In(state).CountAsync(stop);
        Counts = counts;
        var shown = Shown == LateSlug ? db.AidDeclarations.Late(Today) : db.AidDeclarations.In(States.First(state => state.Slug == Shown).State);
        var rows = await shown.OrderBy(found => found.DueOn).ThenBy(found => found.Id).Skip((Number - 1) * PageSize).Take(PageSize + 1).Rows(db).ToListAsync(stop);
        (Rows, HasMore) = ([.. rows.Take(PageSize).OrderBy(row => row.Declaration.DueOn).ThenBy(row => row.Declaration.Id)], rows.Count > PageSize);
        Seen = await SeenAsync([.. Rows.Where(row => row.State == DeclarationState.Exported)], stop);
        Exports = await db.DeclarationExports.OrderByDescending(export => export.At).Take(ExportsShown).Select(export => new DeclarationsExported(export.At, export.Count)).ToListAsync(stop);
    }

    /// <summary>Takes what waits into an export.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var exported = await export.ExecuteAsync(User.Actor(), HttpContext.RequestAborted);
        if (exported.IsDone) News = $"{French.Plural(exported.Value.Count, "aide est transmise", "aides sont transmises")} : téléchargez le fichier, déposez-le au registre, puis notez la réponse pour chacune.";
        else TempData[ApplicationPage.RefusalKey] = exported.Message;
        return Redirect(exported.IsDone ? "/de-minimis?etat=transmises" : "/de-minimis");
    }

    private async Task<IReadOnlyDictionary<Guid, DateOnly?>> SeenAsync(IReadOnlyList<DeclarationRow> exported, CancellationToken cancellationToken)
    {
        if (exported.Count == 0) return new Dictionary<Guid, DateOnly?>();
        var register = await RegisterReading.ReadAsync(db, [.. exported.Select(row => row.Siren).Distinct()], cancellationToken);
        return exported.Select(row => (row.Declaration, Aid: register.Aids.FirstOrDefault(aid => aid.Siren == row.Siren && aid.Amount == row.Declaration.Amount && aid.GrantedOn == row.Declaration.GrantedOn)))
            .Where(pair => pair.Aid is not null).ToDictionary(pair => pair.Declaration.Id, pair => pair.Aid!.PublishedOn ?? pair.Aid.DeclaredOn);
    }
}
