using Iness.Casework.Decisions;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>The agreement as it stands: concluded, or offered.</summary>
[Needs(Right.ReadFiles)]
public sealed class ConventionPdfModel(InessDbContext db, TimeProvider time, IDocumentStore store) : DecisionPage(db, time)
{
    /// <summary>The document.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        await Db.AgreementAsync(Application.Id, Stop) is { Latest: { Scan: not ScanState.Infected } document } && await store.OpenAsync(document.StorageKey, Stop) is { } content
            ? ServedDocument.Answer(HttpContext, document, content, isShown: false)
            : NotFound();
}
