using Iness.Casework.Documents;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Regulation.Review;
using Iness.Web.Accounts;
using Iness.Web.Reviewing;

namespace Iness.Web.Pages.Officer.File;

/// <summary>The facts of a file, declared beside known, and the answers as they were filed.</summary>
[Needs(Right.ReadFiles)]
public sealed class FactsModel(InessDbContext db, TimeProvider time) : FilePage(db, time)
{
    /// <summary>The facts, differences first.</summary>
    public IReadOnlyList<FactRow> Rows { get; private set; } = [];

    /// <summary>What the register said; null when it never answered.</summary>
    public CompanyRecord? Record { get; private set; }

    /// <summary>The answers as filed, and as they now are.</summary>
    public CurrentAnswers Answers { get; private set; } = null!;

    /// <summary>The findings, for the documents that settle them.</summary>
    private IReadOnlyList<FindingRow> Findings { get; set; } = [];

    /// <summary>The documents that prove a fact.</summary>
    public IEnumerable<StoredDocument> DocumentsOf(FactRow fact) => Resting(fact).SelectMany(row => row.Documents).DistinctBy(document => document.Id);

    /// <summary>Names of the documents that would prove it and were not given.</summary>
    public IEnumerable<string> MissingOf(FactRow fact) => Resting(fact).SelectMany(row => row.Missing).Distinct();

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var application = Review.Application;
        Record = CompanyRecordJson.Read(application.Organisation!.RegisterRecord);
        Rows = FactsSideBySide.Of(Review.Declared, Record);
        Answers = await CurrentAnswers.ReadAsync(Db, Review, HttpContext.RequestAborted);
        Findings = FindingRow.Of(Review, await FileDocuments.OfAsync(Db, application, HttpContext.RequestAborted));
    }

    private IEnumerable<FindingRow> Resting(FactRow fact) => Findings.Where(row => fact.Provisions.Any(provision => OfficerRuling.KeyOf(provision) == row.Key));
}
