using Iness.Casework.Registers.Communes;
using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>COS-1: the invoice is made out to the beneficiary. A SIREN settles it; a name alone is for an officer's eye.</summary>
internal static class BuyerCheck
{
    private const CheckKind Kind = CheckKind.Buyer;

    public static ClaimCheck Of(ClaimedInvoice invoice, ClaimContext context)
    {
        var who = $"{context.Beneficiary}{(context.Siren is { } own ? $" (SIREN {own})" : "")}";
        if (InvoiceIdentity.SirenOf(invoice.BuyerId) is { } siren && context.Siren is { } beneficiary)
        {
            return siren == beneficiary
                ? ClaimCheck.Met(Kind, Provision.Cos1, $"Facture au nom du bénéficiaire, SIREN {siren}.")
                : ClaimCheck.NotMet(Kind, Provision.Cos1, $"Facture au nom d'un tiers, SIREN {siren} : elle doit être au nom du bénéficiaire, {who}.");
        }

        if (!string.IsNullOrWhiteSpace(invoice.BuyerId))
            return ClaimCheck.Review(Kind, Provision.Cos1, $"Le client porte l'identifiant « {invoice.BuyerId} », qui n'est pas un SIREN : un agent vérifiera qu'il s'agit de {who}.");
        if (string.IsNullOrWhiteSpace(invoice.BuyerName))
            return ClaimCheck.Unknown(Kind, Provision.Cos1, $"Il reste à savoir au nom de qui est la facture : elle doit être au nom du bénéficiaire, {who}.");
        return PlainName.Of(invoice.BuyerName) == PlainName.Of(context.Beneficiary)
            ? ClaimCheck.Review(Kind, Provision.Cos1, $"Facture au nom de « {invoice.BuyerName} », sans SIREN : le nom est celui du bénéficiaire, un agent le vérifiera.")
            : ClaimCheck.Review(Kind, Provision.Cos1, $"Facture au nom de « {invoice.BuyerName} », sans SIREN : un agent vérifiera qu'il s'agit de {who}.");
    }
}
