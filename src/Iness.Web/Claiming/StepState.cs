using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Claims;
using Iness.Regulation;

namespace Iness.Web.Claiming;

/// <summary>A step of a claim in its task list, with an honest state.</summary>
/// <param name="Step">The step.</param>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its address, under that of the claim.</param>
/// <param name="InWords">Where it stands.</param>
/// <param name="Tag">The colour of its tag; the words say all. Null for a step that is complete, or cannot begin.</param>
public sealed record StepState(ClaimStep Step, string Name, string Slug, string InWords, string? Tag)
{
    private const string ToDo = "govuk-tag--blue";
    private const string Started = "govuk-tag--yellow";

    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<StepState> Of(ClaimUnderCheck review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var missing = ClaimParts.Missing(review).ToLookup(part => part.Step);
        var hasLines = review.Invoices.Any(one => one.Invoice.Lines.Count > 0);
        return
        [
            Counted(ClaimStep.Invoices, "Vos factures payées", "factures", review.Invoices.Count > 0, missing, review.Invoices.Count == 1 ? "1 facture" : $"{review.Invoices.Count} factures"),
            hasLines ? Counted(ClaimStep.Matching, "À quelles dépenses elles correspondent", "rapprochement", true, missing, "Complet")
                : new(ClaimStep.Matching, "À quelles dépenses elles correspondent", "rapprochement", "Après les factures", null),
            review.Invoices.Count > 0 ? Counted(ClaimStep.Proofs, "Les preuves de paiement", "paiements", review.Invoices.Any(one => one.Invoice.Proof is not null) || review.Context.IsAccountantListed, missing, "Complètes")
                : new(ClaimStep.Proofs, "Les preuves de paiement", "paiements", "Après les factures", null),
            Counted(ClaimStep.Account, "Le compte bancaire", "compte", review.Claim.BankAccountId is not null, missing, "Donné"),
            Counted(ClaimStep.OtherAid, "Les autres aides reçues depuis", "aides", false, missing, "Indiqué"),
        ];
    }

    private static StepState Counted(ClaimStep step, string name, string slug, bool isStarted, ILookup<ClaimStep, MissingPart> missing, string complete)
    {
        var left = missing[step].Count();
        return left == 0 ? new(step, name, slug, complete, null)
            : isStarted ? new(step, name, slug, French.Plural(left, "point à compléter", "points à compléter"), Started)
            : new(step, name, slug, "À faire", ToDo);
    }
}
