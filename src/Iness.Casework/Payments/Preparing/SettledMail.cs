using Iness.Casework.Letters;
using Iness.Casework.Mail;

namespace Iness.Casework.Payments.Preparing;

/// <summary>What the beneficiary is told of a payment validated: its amount, how it is reckoned, and each deduction with its reason (CRPA L211-2).</summary>
internal static class SettledMail
{
    public static string Body(ClaimUnderReview review, PortalAddress portal, ServiceInCharge service)
    {
        var deducted = Deductions(review).ToList();
        var floor = review.IsBelowFloor ? $"Les dépenses retenues sont inférieures au minimum du dispositif ; l'aide est versée pour ce motif : {review.Claim.FloorReason}\n\n" : "";
        var why = deducted.Count == 0 ? "" : $"Ce qui n'est pas retenu :\n{string.Join('\n', deducted)}\n\n";
        return $"Bonjour,\n\nLe versement de votre aide est validé : {review.Payable}.\n\n"
            + $"Aide accordée : {review.Granted}. Factures présentées : {review.Justified} hors taxes. Dépenses retenues : {review.Retained}.\n\n"
            + $"L'aide à payer est le plus petit de ces montants :\n{string.Join('\n', review.Assessment.Steps.Select(step => $"- {step.Label} : {step.Amount} ({step.Provision.Id})"))}\n\n"
            + $"{floor}{why}{Appeals(review, service)}Le paiement va être demandé au comptable public ; vous serez prévenu quand il aura eu lieu.\n\n"
            + $"{portal.Of($"/demandes/{review.Application.Id}/suivi")}\n";
    }

    /// <summary>Less than what was granted is a decision that may be contested: without these words, no time limit runs (CJA R421-5).</summary>
    private static string Appeals(ClaimUnderReview review, ServiceInCharge service) => review.Payable >= review.Granted ? ""
        : "Vous pouvez contester ce montant dans les deux mois, par un recours administratif adressé à la Région ou devant le "
            + $"{service.Court}, {service.CourtAddress}, ou par Télérecours citoyens (https://citoyens.telerecours.fr). Deux mois de silence sur un recours administratif valent rejet.\n\n";

    /// <summary>What the officer deducted, then what the regulation did.</summary>
    private static IEnumerable<string> Deductions(ClaimUnderReview review)
    {
        foreach (var invoice in review.Invoices)
        {
            foreach (var line in invoice.Lines.Where(line => line.Retained is { } retained && retained != line.Amount).OrderBy(line => line.Position))
            {
                var reason = DeductionWords.ReasonOf(line.DeductionReason) is { } known ? known.WithGround() : "";
                yield return $"- {invoice.SupplierName}, facture {invoice.Number}, « {line.Label} » : {line.Retained} retenus sur {line.Amount}. {reason}. {line.DeductionNote}".TrimEnd();
            }
        }

        foreach (var line in review.Assessment.Costs.Lines)
        {
            foreach (var reason in line.Reasons) yield return $"- « {line.Line.Label} » : {line.Retained} retenus sur {line.Line.Amount}. {reason.Explanation}";
        }
    }
}
