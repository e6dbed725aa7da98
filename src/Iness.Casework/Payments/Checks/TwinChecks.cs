using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>An invoice is presented once, over all files. Of two that are the same, the one retained counts, else the first; what belongs to others is named to the service alone.</summary>
internal static class TwinChecks
{
    public static IEnumerable<ClaimCheck> Of(ClaimedInvoice invoice, ClaimContext context)
    {
        var twins = context.Twins.Where(twin => twin.InvoiceId == invoice.Id).ToList();
        var found = twins.Select(Of);
        if (invoice.Identity is null) return found.Append(ClaimCheck.Unknown(CheckKind.Twin, Provision.Pay1, "Il reste à indiquer le fournisseur et le numéro : une facture n'est présentée qu'une fois."));
        return twins.Count > 0 ? found : [ClaimCheck.Met(CheckKind.Twin, Provision.Pay1, "Facture présentée nulle part ailleurs.")];
    }

    private static ClaimCheck Of(InvoiceTwin twin)
    {
        var how = twin.Kind switch
        {
            TwinKind.SameFile => "Même fichier",
            TwinKind.SameNumber => "Même fournisseur et même numéro",
            TwinKind.Alike => "Même numéro, même jour et même total",
            _ => "Même numéro",
        };
        var where = twin.IsInSameClaim ? "qu'une autre facture de cette demande" : $"qu'une facture du dossier {twin.FileNumber}";
        var isCounted = twin.Kind is TwinKind.Alike or TwinKind.NumberAlone || twin.IsSetAside || (!twin.IsRetained && (!twin.CameFirst || (!twin.IsFiled && !twin.IsInSameClaim)));
        var ending = isCounted ? "un agent vérifiera qu'elle n'est pas payée deux fois." : "elle est comptée une seule fois.";
        var plain = $"{how} {where} : {ending}";
        // Another organisation's file is told in no more words than this.
        var told = twin.IsInSameClaim || twin.IsOfSameOrganisation ? plain : isCounted ? "Facture à vérifier : elle est peut-être déjà présentée." : "Facture déjà présentée : elle n'est pas comptée ici.";
        return new(CheckKind.Twin, Provision.Pay1, isCounted ? Verdict.Review : Verdict.NotMet, told) { ForServiceOnly = told == plain ? null : plain };
    }
}
