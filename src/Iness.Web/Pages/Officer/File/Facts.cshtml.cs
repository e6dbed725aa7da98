using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Applying;
using Iness.Web.Applying.Sections;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.File;

/// <summary>The facts of a file, declared beside known, and the answers as they were filed.</summary>
[Needs(Right.ReadFiles)]
public sealed class FactsModel(InessDbContext db, TimeProvider time) : FilePage(db, time)
{
    /// <summary>The facts, differences first.</summary>
    public IReadOnlyList<FactRow> Rows { get; private set; } = [];

    /// <summary>What the register said; null when it never answered.</summary>
    public CompanyRecord? Record { get; private set; }

    /// <summary>The answers as filed.</summary>
    public FiledAnswers Filed { get; private set; } = null!;

    /// <summary>Answers changed since the filing, at the Région's request: before and now.</summary>
    public IReadOnlyList<(string Name, string? Before, string? Now)> Changed { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var application = Review.Application;
        Record = CompanyRecordJson.Read(application.Organisation!.RegisterRecord);
        Rows = FactsSideBySide.Of(Review.Request, Record);
        Filed = new(application.CreatedOn, Review.Filing);
        var answers = await Db.Answers.AsNoTracking().Where(answer => answer.ApplicationId == application.Id).ToListAsync(HttpContext.RequestAborted);
        var now = new ApplicationFacts(new(application.CreatedOn, answers));
        Changed = [.. ApplicationForm.Sections.SelectMany(section => Differences(section, Filed.Facts, now))];
    }

    private static IEnumerable<(string Name, string? Before, string? Now)> Differences(Section section, ApplicationFacts filed, ApplicationFacts now)
    {
        var before = section.Summary(filed).ToLookup(row => row.Name, row => row.Answer);
        foreach (var row in section.Summary(now))
        {
            if (before[row.Name].FirstOrDefault() is var answer && answer != row.Answer) yield return (row.Name, answer, row.Answer);
        }

        foreach (var list in section.Lists)
        {
            var (old, current) = (Lines(list, filed), Lines(list, now));
            if (old != current) yield return (list.Name, old, current);
        }
    }

    private static string? Lines(Applying.Items.ItemList list, ApplicationFacts facts) =>
        list.Lines(facts.Sheet) is { Count: > 0 } lines ? string.Join(" ; ", lines.Select(line => line.Amount is null ? line.What : $"{line.What}, {line.Amount}")) : null;
}
