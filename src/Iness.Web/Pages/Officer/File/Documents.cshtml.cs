using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Reviewing;
using Iness.Web.Simulation;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>The documents of a file, one of them shown beside the findings it settles.</summary>
[Needs(Right.ReadFiles)]
public sealed class DocumentsModel(InessDbContext db, TimeProvider time) : FilePage(db, time)
{
    /// <summary>All of them, the oldest first.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; private set; } = [];

    /// <summary>Names of those that are called for and were not given.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>The one shown; null for none.</summary>
    public StoredDocument? Shown { get; private set; }

    /// <summary>The findings beside it: those it settles, else all.</summary>
    public IReadOnlyList<FindingRow> Findings { get; private set; } = [];

    /// <summary>Whether the one shown can be drawn in a frame.</summary>
    public bool IsFramed => Shown is { Scan: not ScanState.Infected } document && FileType.Of(document.MediaType) is { ShowsInFrame: true };

    /// <summary>Browsers refuse to draw a PDF in a sandbox; its own headers let it load nothing.</summary>
    public bool IsSandboxed => Shown?.MediaType != FileType.Pdf.MediaType;

    /// <summary>Whether its validity has run out.</summary>
    public bool HasExpired(StoredDocument document) => document?.ValidUntil < Time.Today();

    /// <summary>What a document proves, with the line it is a quote for.</summary>
    public string NameOf(StoredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var name = DocumentRequirements.NameOf(Enum.TryParse<DocumentKind>(document.Kind, out var kind) ? kind : DocumentKind.Other);
        if (document.UploadedBy is null) return "Fait par le portail";
        if (document.MessageId is not null) return "Joint à un message";
        return document.CostLine is { } line && Review.LineOf(line) is { } cost ? $"{name} : {CostWords.Describe(cost)}" : name;
    }

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? voir)
    {
        Documents = await FileDocuments.OfAsync(Db, Review.Application, HttpContext.RequestAborted);
        Shown = Documents.FirstOrDefault(document => document.Id == voir);
        if (voir is not null && Shown is null) return NotFound();
        var rows = FindingRow.Of(Review, Documents);
        Missing = [.. rows.SelectMany(row => row.Missing).Distinct()];
        var settled = Shown is null ? [] : FindingRow.SettledBy(Shown, rows).ToList();
        Findings = settled.Count > 0 ? settled : rows;
        return Page();
    }
}
