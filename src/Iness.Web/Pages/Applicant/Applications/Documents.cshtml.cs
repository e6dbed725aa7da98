using Iness.Casework.Documents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Web.Applying.Attachments;
using Iness.Web.Components;
using Iness.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The documents of an application, each in its block. Files come by an ordinary form, several at once; the script only makes it smoother.</summary>
[RequestSizeLimit(DocumentWords.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentWords.LargestRequest)]
public sealed class DocumentsModel(InessDbContext db, AddDocument add, RemoveDocument remove, SetDocumentValidity setValidity) : ApplicationPage(db)
{
    private readonly List<FieldError> errors = [];

    /// <summary>What is asked and given.</summary>
    public IReadOnlyList<DocumentBlock> Blocks { get; private set; } = [];

    /// <summary>The dates of each document that has some, with what was typed last.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>How many documents are asked and not given.</summary>
    public int Missing => Blocks.Count(block => block.IsMissing);

    /// <summary>The error on a field; null for none.</summary>
    public string? ErrorOf(string field) => string.Join(" ", errors.Where(error => error.Name == field).Select(error => error.Message)) is { Length: > 0 } message ? message : null;

    /// <summary>The blocks as they stand.</summary>
    public Task OnGetAsync() => ShowAsync(null);

    /// <summary>How the scans go, for the script.</summary>
    public async Task<IActionResult> OnGetStatesAsync() =>
        new JsonResult((await GivenAsync()).Select(file => new { id = file.Id, pending = file.Scan == ScanState.Pending, tag = file.Scan.Tag(), words = Typography.French(file.Scan.InFrench()) }));

    /// <summary>Takes in the files of one block: those that are right are kept, the others are told one by one.</summary>
    public async Task<IActionResult> OnPostAddAsync(string bloc, List<IFormFile> fichiers)
    {
        await ShowAsync(null);
        if (Blocks.FirstOrDefault(known => known.Id == bloc) is not { } block) return NotFound();
        if (fichiers.Count == 0) errors.Add(new(block.FieldId, "Choisissez au moins un fichier."));
        foreach (var file in fichiers)
        {
            await using var content = file.OpenReadStream();
            var added = await add.ExecuteAsync(Application.Id, new(block.Kind, block.CostLine, file.FileName, content), Me, HttpContext.RequestAborted);
            if (added.Refusal == Refusal.NotFound) return NotFound();
            if (!added.IsDone) errors.Add(new(block.FieldId, added.Message!));
        }

        if (Request.Headers.XRequestedWith == "XMLHttpRequest") return new JsonResult(new { errors = errors.Select(error => Typography.French(error.Message)) });
        if (errors.Count == 0) return ToBlock(block.Id);
        await ShowAsync(null);
        return Page();
    }

    /// <summary>Takes a document out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid document, string bloc) =>
        await remove.ExecuteAsync(Application.Id, document, Me, HttpContext.RequestAborted) is { IsDone: false } refused ? Elsewhere(refused) : ToBlock(bloc);

    /// <summary>Notes from when until when a document is valid.</summary>
    public async Task<IActionResult> OnPostValidityAsync(Guid document, string bloc)
    {
        var form = new FormReader(Request.Form);
        var validity = DocumentValidity.Read(form, document);
        errors.AddRange(form.Errors);
        if (validity is var (from, until))
        {
            var set = await setValidity.ExecuteAsync(Application.Id, document, from, until, Me, HttpContext.RequestAborted);
            return set.IsDone ? ToBlock(bloc) : Elsewhere(set);
        }

        await ShowAsync((document, form));
        return Blocks.Any(block => block.Files.Any(file => file.Id == document)) ? Page() : NotFound();
    }

    private RedirectResult ToBlock(string bloc) => Redirect($"{Root}/pieces#{Uri.EscapeDataString(bloc)}");

    /// <summary>Back to the page itself, where the refusal is told: the handler's own address has no page to show.</summary>
    private IActionResult Elsewhere(Outcome refused)
    {
        if (refused.Refusal == Refusal.NotFound) return NotFound();
        TempData[RefusalKey] = refused.Message;
        return Redirect($"{Root}/pieces");
    }

    private async Task ShowAsync((Guid Document, FormReader Typed)? last)
    {
        var awaited = Application.Status == FileStatus.Incomplete ? await Db.AwaitedDocumentsAsync(Application.Id, HttpContext.RequestAborted) : null;
        Blocks = DocumentBlocks.Of(Facts, await GivenAsync(), awaited);
        var dated = Blocks.Where(block => block is { NeedsValidity: true, IsOpen: true }).SelectMany(block => block.Files);
        Form = new([.. dated.SelectMany(file => DocumentValidity.Fields(file, last is { } typed && typed.Document == file.Id ? typed.Typed : null))], errors);
        ViewData["HasErrors"] = errors.Count > 0;
    }

    private Task<List<StoredDocument>> GivenAsync() => Db.GivenDocumentsAsync(Application.Id, HttpContext.RequestAborted);
}
