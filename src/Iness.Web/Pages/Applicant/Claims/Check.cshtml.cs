using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.Regulation.Payment;
using Iness.Web.Claiming;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Applicant.Claims;

/// <summary>The claim before it is filed: what is missing, what every check says, what the regulation would pay. Then it is filed, once.</summary>
public sealed class CheckModel(InessDbContext db, FileClaim file, TimeProvider time) : ClaimPage(db, time)
{
    private const string Declared = "declare";
    private static readonly Choice[] Declaration = [new("oui", "Je déclare que ces dépenses sont payées, qu'elles servent le projet aidé, que ma demande est exacte, et que je peux engager la structure.")];

    /// <summary>What is missing.</summary>
    public IReadOnlyList<MissingPart> Missing { get; private set; } = [];

    /// <summary>The facts that the payment is computed on.</summary>
    public PaymentFacts Paid { get; private set; } = null!;

    /// <summary>What the regulation makes of them.</summary>
    public PaymentAssessment Assessment { get; private set; } = null!;

    /// <summary>The declaration.</summary>
    public FormView Form { get; private set; } = new([], []);

    /// <summary>The key of the form: sent twice, it is filed once.</summary>
    public string Key { get; private set; } = Guid.NewGuid().ToString("N");

    /// <summary>Whether nothing that only the beneficiary can tell is missing.</summary>
    public bool MayFile => !Missing.Any(part => part.IsBlocking);

    /// <summary>What is checked of an invoice, the caps of the regulation among it: what calls for attention first.</summary>
    public IReadOnlyList<ClaimCheck> ChecksOf(InvoiceChecks one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var caps = Paid.Caps(Assessment).Where(cap => one.Invoice.Lines.Exists(line => line.Id == cap.LineId));
        return [.. CheckWords.Attention([.. one.Checks, .. caps]), .. one.Checks.Where(check => check.Verdict == Verdict.Met)];
    }

    /// <summary>The step that mends something missing.</summary>
    public string AddressOf(MissingPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Step switch
        {
            ClaimStep.Invoices => part.InvoiceId is { } id ? $"{Home}/factures/{id}" : $"{Home}/factures",
            ClaimStep.Matching => $"{Home}/rapprochement",
            ClaimStep.Proofs => part.InvoiceId is { } id ? $"{Home}/paiements/{id}" : $"{Home}/paiements",
            ClaimStep.Account => $"{Home}/compte",
            _ => $"{Home}/aides",
        };
    }

    /// <summary>Shows it.</summary>
    public void OnGet() => Show([]);

    /// <summary>Files it.</summary>
    public async Task<IActionResult> OnPostAsync(string cle, int vu)
    {
        var isDeclared = Request.Form[Declared] == "oui";
        var filed = await file.ExecuteAsync(Application.Id, Me, cle ?? "", vu, isDeclared, HttpContext.RequestAborted);
        if (filed.IsDone) return Redirect($"{Home}/fait");
        if (filed.Refusal != Casework.Refusal.Invalid) return Elsewhere(filed, $"{Home}/verification");
        Show([new(Declared, filed.Message!)]);
        return Page();
    }

    /// <summary>A claim just filed comes here too, when its form is sent again.</summary>
    protected override bool IsForOpenClaims => HttpContext.Request.Method != HttpMethods.Post;

    private void Show(IReadOnlyList<FieldError> errors)
    {
        Missing = ClaimParts.Missing(Review);
        Paid = Review.Facts(PaidBasis.Claimed);
        Assessment = Paid.Assess(Review.Granted.Amount);
        Form = new([new CheckboxesField(Declared, "Déclaration", Declaration)], errors);
        ViewData["HasErrors"] = errors.Count > 0;
    }
}
