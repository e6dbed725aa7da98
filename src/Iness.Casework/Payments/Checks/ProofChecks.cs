using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>PAY-1: an invoice is receipted when its payment is proved. A credit note has nothing to prove.</summary>
internal static class ProofChecks
{
    /// <summary>Above it, businesses do not pay one another in cash (code monétaire et financier, article D112-3).</summary>
    private static readonly Money MostCash = Money.Euros(1_000);

    public static IEnumerable<ClaimCheck> Of(ClaimedInvoice invoice, ClaimContext context)
    {
        if (invoice.IsCreditNote) yield break;
        yield return Proof(invoice, context);
        if (invoice.PaidOn is { } paid) yield return Paid(invoice, paid, context.Today);
        else if (!context.IsAccountantListed && invoice.Proof is not null) yield return ClaimCheck.Unknown(CheckKind.Paid, Provision.Pay1, "Il reste à indiquer le jour du paiement.");
    }

    private static ClaimCheck Proof(ClaimedInvoice invoice, ClaimContext context)
    {
        if (context.IsAccountantListed)
        {
            return context.HasAccountantList
                ? ClaimCheck.Met(CheckKind.Proof, Provision.Pay1, "Paiement attesté par la liste que certifie l'expert-comptable ou le commissaire aux comptes.")
                : ClaimCheck.Unknown(CheckKind.Proof, Provision.Pay1, "Il reste à joindre la liste des paiements certifiée par l'expert-comptable ou le commissaire aux comptes.");
        }

        return invoice switch
        {
            { Proof: null } => ClaimCheck.Unknown(CheckKind.Proof, Provision.Pay1, "Il reste à prouver le paiement : mention du fournisseur, relevé bancaire, ou liste certifiée par un expert-comptable."),
            { Proof: PaymentProofKind.BankStatement, ProofDocumentId: null } => ClaimCheck.Unknown(CheckKind.Proof, Provision.Pay1, "Il reste à joindre le relevé bancaire qui montre le débit."),
            { Means: PaymentMeans.Cash, GrandTotal: { } total } when total > MostCash => ClaimCheck.Review(CheckKind.Proof, Provision.Pay1,
                $"Payée {total} en espèces, au-delà de {MostCash} : un agent vérifiera ce paiement."),
            { Proof: PaymentProofKind.SupplierMention } => ClaimCheck.Met(CheckKind.Proof, Provision.Pay1, $"Paiement attesté par la mention du fournisseur{By(invoice)}."),
            _ => ClaimCheck.Met(CheckKind.Proof, Provision.Pay1, $"Paiement montré par le relevé bancaire{By(invoice)}."),
        };
    }

    private static string By(ClaimedInvoice invoice) => invoice.Means is { } means ? $", {means.InFrench()}{(invoice.PaymentReference is { } reference ? $" {reference}" : "")}" : "";

    private static ClaimCheck Paid(ClaimedInvoice invoice, DateOnly paid, DateOnly today)
    {
        if (paid > today) return ClaimCheck.NotMet(CheckKind.Paid, Provision.Pay1, $"Paiement daté du {French.Date(paid)}, après aujourd'hui, le {French.Date(today)} : seule une facture payée compte.");
        return paid < invoice.IssuedOn
            ? ClaimCheck.Review(CheckKind.Paid, Provision.Pay1, $"Payée le {French.Date(paid)}, avant la facture du {French.Date(invoice.IssuedOn.Value)} : un agent vérifiera qu'il s'agit d'un acompte.")
            : ClaimCheck.Met(CheckKind.Paid, Provision.Pay1, $"Payée le {French.Date(paid)}.");
    }
}
