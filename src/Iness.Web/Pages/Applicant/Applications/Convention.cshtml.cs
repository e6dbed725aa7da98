using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Web.Applying.Attachments;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The agreement offered to the beneficiary: accepted here, or signed on paper and given here.</summary>
[RequestSizeLimit(DocumentWords.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentWords.LargestRequest)]
public sealed class ConventionModel(InessDbContext db, AcceptAgreement accept) : FiledPage(db)
{
    private const string Capacity = "qualite";
    private const string Engages = "engage";
    private const string SignedCopy = "exemplaire";
    private static readonly Choice[] Declared = [new("oui", "Je peux engager la structure, et j'accepte la convention en son nom")];

    /// <summary>The agreement.</summary>
    public Agreement Agreement { get; private set; } = null!;

    /// <summary>The form.</summary>
    public FormView Form { get; private set; } = new(Fields(null, []), []);

    /// <summary>What is wrong with the signed copy; null for nothing.</summary>
    public string? FileError => Form.Errors.FirstOrDefault(error => error.Name == SignedCopy)?.Message;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    /// <summary>Accepts it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync()) return NotFound();
        var form = new FormReader(Request.Form);
        var capacity = form.Required(Capacity, AcceptAgreement.LongestCapacity, "Indiquez votre qualité, par exemple « présidente ».");
        var declared = form.Choices(Engages, Declared, "Cochez la case pour accepter la convention.");
        if (form.Errors.Count == 0) return Answer(await accept.ExecuteAsync(Application.Id, capacity!, Me, HttpContext.RequestAborted));
        return Wrong(new(Fields(form.Values.GetValueOrDefault(Capacity), declared), form.Errors));
    }

    /// <summary>Takes in the copy signed on paper.</summary>
    public async Task<IActionResult> OnPostSignedAsync(IFormFile? exemplaire)
    {
        if (!await ReadAsync()) return NotFound();
        if (exemplaire is null) return Wrong(Form with { Errors = [new(SignedCopy, "Choisissez le fichier de l'exemplaire signé.")] });
        await using var content = exemplaire.OpenReadStream();
        var outcome = await accept.ExecuteAsync(Application.Id, exemplaire.FileName, content, Me, HttpContext.RequestAborted);
        return outcome.Refusal == Casework.Refusal.Invalid ? Wrong(Form with { Errors = [new(SignedCopy, outcome.Message!)] }) : Answer(outcome);
    }

    private IActionResult Answer(Casework.Outcome outcome)
    {
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (!outcome.IsDone) TempData[RefusalKey] = outcome.Message;
        return Redirect($"{Root}/convention");
    }

    private PageResult Wrong(FormView form)
    {
        Form = form;
        ViewData["HasErrors"] = true;
        return Page();
    }

    private async Task<bool> ReadAsync()
    {
        if (await Db.AgreementAsync(Application.Id, HttpContext.RequestAborted) is not { } found) return false;
        Agreement = found;
        return true;
    }

    private static Field[] Fields(string? capacity, IReadOnlyCollection<string> declared) =>
    [
        new TextField(Capacity, "Votre qualité", "Par exemple « présidente » ou « gérant ».") { Value = capacity, MaxLength = AcceptAgreement.LongestCapacity, AutoComplete = "organization-title" },
        new CheckboxesField(Engages, "Votre accord", Declared) { Values = declared },
    ];
}
