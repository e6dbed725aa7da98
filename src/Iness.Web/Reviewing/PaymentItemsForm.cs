using System.Globalization;
using Iness.Casework.Deadlines;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Letters;
using Iness.Casework.Messages;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Preparing;
using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Reviewing;

/// <summary>The form by which an officer asks for what is missing from a claim: what its checks propose, and anything else, a line each.</summary>
public sealed class PaymentItemsForm
{
    /// <summary>Name of the boxes; where an error of the whole list leads.</summary>
    public const string Asked = "demande";

    private const string Others = "autres";
    private const string Due = "date";
    private const string Word = "mot";
    private const int LongestOthers = 4000;

    private PaymentItemsForm(FormView form) => Form = form;

    /// <summary>The fields, with every error.</summary>
    public FormView Form { get; }

    /// <summary>What is asked; null while something is wrong.</summary>
    public MissingItemsDemand? Demand { get; private init; }

    /// <summary>The form as it is first proposed: what is plainly lacking is ticked.</summary>
    public static PaymentItemsForm Propose(ClaimUnderReview review, DateOnly today)
    {
        var proposals = Proposals(review);
        return new(new(Fields(proposals, [.. proposals.Where(proposal => proposal.IsLacking).Select(proposal => proposal.Key)], null, Parts(WorkingDays.RunToWorkingDay(today.AddDays(MissingItemsDemand.UsualDays))), null), []));
    }

    /// <summary>The form as it was typed.</summary>
    public static PaymentItemsForm Read(ClaimUnderReview review, IFormCollection typed, DateOnly today, IReadOnlyList<string> address)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var proposals = Proposals(review);
        var form = new FormReader(typed);
        var ticked = typed[Asked].OfType<string>().ToList();
        var others = form.Text(Others, LongestOthers)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var due = form.Date(Due, "Écrivez la date à laquelle tout doit être envoyé.");
        var note = form.Text(Word, MissingItemsDemand.LongestNote);
        IReadOnlyList<DemandedItem> items =
        [
            .. proposals.Where(proposal => ticked.Contains(proposal.Key)).Select(proposal => new DemandedItem(proposal.Kind.ToString(), null, proposal.Label)),
            .. others.Select(label => new DemandedItem(null, RequestPaymentItems.Section, label)),
        ];
        var demand = new MissingItemsDemand(items, due ?? today.AddDays(1), note, address);
        if (form.Errors.Count == 0 && demand.WhyNot(today) is { } wrong) form.Refuse(items.Count == 0 ? Asked : items.Any(item => item.Label.Length > MissingItemsDemand.LongestLabel) ? Others : Due, wrong);
        return new(new(Fields(proposals, ticked, form.Values.GetValueOrDefault(Others), (Part(form, "jour"), Part(form, "mois"), Part(form, "annee")), form.Values.GetValueOrDefault(Word)), form.Errors))
        {
            Demand = form.Errors.Count == 0 ? demand : null,
        };
    }

    /// <summary>The same, with what the use case refused.</summary>
    public PaymentItemsForm Refused(string message) => new(Form with { Errors = [.. Form.Errors, new(Asked, message)] });

    private static List<(string Key, DocumentKind Kind, string Label, bool IsLacking)> Proposals(ClaimUnderReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        List<(string, DocumentKind, string, bool)> proposals = [];
        foreach (var (invoice, checks) in review.Check.Invoices.Select(invoice => (invoice.Invoice, invoice.Checks)))
        {
            var isUnproved = checks.Any(check => check is { Kind: CheckKind.Proof or CheckKind.Paid, Verdict: not Verdict.Met });
            proposals.Add(($"preuve-{invoice.Id:N}", DocumentKind.PaymentProof, $"La preuve du paiement de la facture {invoice.Number ?? "sans numéro"} {FrenchTypography.Of(invoice.SupplierName ?? "votre fournisseur")}", isUnproved));
        }

        proposals.Add(("facture", DocumentKind.Invoice, "Une facture ou un avoir qui manque, au nom du bénéficiaire", false));
        proposals.Add(("rib", DocumentKind.BankDetails, "Un relevé d'identité bancaire (RIB) à jour, au nom du bénéficiaire", review.Account is null or { RefusedAt: not null }));
        return proposals;
    }

    private static Field[] Fields(List<(string Key, DocumentKind Kind, string Label, bool IsLacking)> proposals, IReadOnlyCollection<string> ticked, string? others, (string?, string?, string?) due, string? word) =>
    [
        new CheckboxesField(Asked, "Ce qui manque, d'après la demande de versement", [.. proposals.Select(proposal => new Choice(proposal.Key, proposal.Label))]) { Values = ticked },
        new TextAreaField(Others, "Autre chose (facultatif)", "Une ligne par élément.") { Value = others, Rows = 3, MaxLength = LongestOthers },
        new DateField(Due, "Dernier jour pour tout envoyer", $"{MissingItemsDemand.UsualDays} jours d'ordinaire. Un jour qui n'est pas ouvré est remplacé par le jour ouvré suivant.") { Value = due },
        new TextAreaField(Word, "Un mot pour l'accompagner (facultatif)", "Il est écrit dans le courrier et dans l'espace de la structure.") { Value = word, Rows = 4, MaxLength = MissingItemsDemand.LongestNote },
    ];

    private static (string?, string?, string?) Parts(DateOnly day) => (Number(day.Day), Number(day.Month), Number(day.Year));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Part(FormReader form, string part) => form.Values.GetValueOrDefault($"{Due}-{part}", StringValues.Empty).ToString();
}
