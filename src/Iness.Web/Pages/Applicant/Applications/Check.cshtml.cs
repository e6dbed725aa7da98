using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.Web.Applying;
using Iness.Web.Applying.Attachments;
using Iness.Web.Applying.Sections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The application as the Région will see it, before it is filed: every answer, every finding, what is missing.</summary>
public sealed class CheckModel(InessDbContext db, ChooseAnswer choose) : ApplicationPage(db)
{
    /// <summary>Each part with its answers and what is missing in it.</summary>
    public IReadOnlyList<CheckedSection> Sections { get; private set; } = [];

    /// <summary>The documents given.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; private set; } = [];

    /// <summary>How many documents are asked and not given.</summary>
    public int MissingDocuments => DocumentBlocks.Of(Facts, Documents).Count(block => block.IsMissing);

    /// <summary>What the regulation says.</summary>
    public Assessment Assessment => Facts.Assessment;

    /// <summary>Parts where something is missing or wrong.</summary>
    public IEnumerable<CheckedSection> Incomplete => Sections.Where(section => section.Left > 0);

    /// <summary>The two declarations without which nothing is filed.</summary>
    public bool IsDeclared => DeclarationsSection.IsDeclared(Facts.Sheet);

    /// <summary>What the filing comes to, in plain words, before the button.</summary>
    public string? Warning => Assessment.Verdict switch
    {
        OverallVerdict.Ineligible => "D'après vos réponses, une condition au moins n'est pas remplie. Vous pouvez déposer tout de même : un agent lira votre demande, mais elle risque d'être refusée.",
        OverallVerdict.Undetermined => "Une information manque, ou un agent doit juger. Vous pouvez déposer : la Région vous demandera ce qui manque, et le délai sera suspendu pendant ce temps.",
        _ => null,
    };

    /// <summary>The answers that have two values, for somebody to choose before filing.</summary>
    public AnswerForm TwoValues { get; private set; } = null!;

    /// <summary>A filed application is no longer to be checked.</summary>
    protected override IActionResult? WhyNotHere() => Application.Status == FileStatus.Draft ? null : Redirect($"{Root}/suivi");

    /// <summary>Reads it all.</summary>
    public async Task OnGetAsync()
    {
        Sections = [.. ApplicationForm.Sections.Select(section => new CheckedSection(
            section,
            section.Summary(Facts),
            [.. section.Lists.Where(list => list.IsCalledFor(Facts.Sheet)).SelectMany(list => list.Lines(Facts.Sheet).Select(line => (list, line)))],
            section.Check(Facts).Count,
            section.Conflicts(Facts.Sheet)))];
        TwoValues = await FormAsync(ConflictFields.Of(Facts), [], "");
        Documents = await Db.Documents.AsNoTracking().Where(document => document.ApplicationId == Application.Id && document.RemovedAt == null).OrderBy(document => document.UploadedAt).ToListAsync(HttpContext.RequestAborted);
    }

    /// <summary>Settles an answer that has two values.</summary>
    public async Task<IActionResult> OnPostChooseAsync(string champ, bool autre)
    {
        var part = ApplicationForm.Sections.FirstOrDefault(section => section.Holds(champ))?.Slug ?? "";
        var chosen = await choose.ExecuteAsync(Application.Id, part, champ, autre, Me, HttpContext.RequestAborted);
        return chosen.IsDone ? Redirect($"{Root}/verification#depot") : Refused(chosen.Message, chosen.Refusal);
    }
}

/// <summary>One part as the check page shows it.</summary>
/// <param name="Section">The part.</param>
/// <param name="Rows">Its answers in words.</param>
/// <param name="Lines">The lines of its lists.</param>
/// <param name="Errors">How many answers are missing or wrong.</param>
/// <param name="Conflicts">How many answers have two values.</param>
public sealed record CheckedSection(
    Section Section, IReadOnlyList<SummaryRow> Rows, IReadOnlyList<(Applying.Items.ItemList List, Applying.Items.ItemLine Line)> Lines, int Errors, int Conflicts)
{
    /// <summary>How much is left to do.</summary>
    public int Left => Errors + Conflicts + Lines.Count(line => line.Line.Errors.Count > 0);
}
