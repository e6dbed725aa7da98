using Iness.Casework.Letters;
using Iness.Casework.Payments.Checks;
using Iness.Regulation;

namespace Iness.Casework.Payments.Claims;

/// <summary>The steps of a claim.</summary>
public enum ClaimStep
{
    /// <summary>Factures.</summary>
    Invoices,

    /// <summary>Rapprochement avec les dépenses accordées.</summary>
    Matching,

    /// <summary>Preuves de paiement.</summary>
    Proofs,

    /// <summary>Compte bancaire.</summary>
    Account,

    /// <summary>Autres aides.</summary>
    OtherAid,
}

/// <summary>Something missing from a claim.</summary>
/// <param name="Step">Where.</param>
/// <param name="Sentence">What, in words.</param>
/// <param name="IsBlocking">Whether the claim cannot be filed without: what depends on a document only is asked afterwards (CRPA L114-5-1).</param>
/// <param name="InvoiceId">The invoice; null for the claim as a whole.</param>
public sealed record MissingPart(ClaimStep Step, string Sentence, bool IsBlocking, Guid? InvoiceId = null);

/// <summary>What is missing from a claim, named before it is filed.</summary>
public static class ClaimParts
{
    /// <summary>Everything missing, in the order of the steps.</summary>
    public static IReadOnlyList<MissingPart> Missing(ClaimUnderCheck review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return [.. Invoices(review), .. Matching(review), .. Proofs(review), .. Whole(review)];
    }

    /// <summary>An invoice in a few words.</summary>
    public static string NameOf(ClaimedInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var what = invoice.IsCreditNote ? "Avoir" : "Facture";
        return invoice.Number is { } number ? $"{what} {number}{(invoice.SupplierName is { } supplier ? $" {FrenchTypography.Of(supplier)}" : "")}" : "Facture à saisir";
    }

    private static IEnumerable<MissingPart> Invoices(ClaimUnderCheck review)
    {
        if (review.Invoices.Count == 0) yield return new(ClaimStep.Invoices, "Ajoutez au moins une facture payée.", true);
        foreach (var one in review.Invoices)
        {
            if (one.Invoice is { Number: null } or { NetTotal: null } or { Lines.Count: 0 })
            {
                yield return new(ClaimStep.Invoices, "Facture à saisir à côté de son image.", true, one.Invoice.Id);
                continue;
            }

            foreach (var check in one.Missing.Where(check => check.Kind is not (CheckKind.Match or CheckKind.Proof or CheckKind.Paid or CheckKind.Subscription)))
                yield return new(ClaimStep.Invoices, $"{NameOf(one.Invoice)} : {Lower(check.Explanation)}", true, one.Invoice.Id);
        }
    }

    private static IEnumerable<MissingPart> Matching(ClaimUnderCheck review) =>
        from one in review.Invoices
        let left = one.Missing.Count(check => check.Kind is CheckKind.Match)
        where left > 0
        select new MissingPart(ClaimStep.Matching, $"{NameOf(one.Invoice)} : {French.Plural(left, "ligne", "lignes")} à rapprocher d'une dépense accordée.", true, one.Invoice.Id);

    private static IEnumerable<MissingPart> Proofs(ClaimUnderCheck review)
    {
        if (review.Context is { IsAccountantListed: true, HasAccountantList: false })
            return [new(ClaimStep.Proofs, "La liste des paiements certifiée est à joindre.", false)];
        return from one in review.Invoices
               from check in one.Missing
               where check.Kind is CheckKind.Proof or CheckKind.Paid
               select new MissingPart(ClaimStep.Proofs, $"{NameOf(one.Invoice)} : {Lower(check.Explanation)}", false, one.Invoice.Id);
    }

    private static IEnumerable<MissingPart> Whole(ClaimUnderCheck review)
    {
        var claim = review.Claim;
        if (review.Context.IsAccountRefused) yield return new(ClaimStep.Account, "Le compte bancaire est refusé : donnez-en un autre, ou joignez un RIB plus récent de celui-ci.", true);
        if (claim.BankAccountId is null) yield return new(ClaimStep.Account, "Donnez le compte bancaire où verser l'aide, avec son RIB.", true);
        if (claim.HasOtherAid is null) yield return new(ClaimStep.OtherAid, "Dites si vous avez reçu ou demandé d'autres aides publiques pour les mêmes dépenses.", true);
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
