namespace Iness.Casework.Payments;

/// <summary>The French words of payments: the same on pages, in findings and in letters.</summary>
public static class PaymentWords
{
    /// <summary>How an invoice was paid.</summary>
    public static string InFrench(this PaymentMeans means) => means switch
    {
        PaymentMeans.Transfer => "virement",
        PaymentMeans.Card => "carte bancaire",
        PaymentMeans.DirectDebit => "prélèvement",
        PaymentMeans.Cheque => "chèque",
        PaymentMeans.Cash => "espèces",
        _ => throw new ArgumentOutOfRangeException(nameof(means), means, "These means have no name."),
    };

    /// <summary>How a payment is proved.</summary>
    public static string InFrench(this PaymentProofKind proof) => proof switch
    {
        PaymentProofKind.SupplierMention => "mention du fournisseur sur la facture",
        PaymentProofKind.BankStatement => "relevé bancaire",
        PaymentProofKind.AccountantList => "liste certifiée",
        _ => throw new ArgumentOutOfRangeException(nameof(proof), proof, "This proof has no name."),
    };

    /// <summary>Where what an invoice says comes from.</summary>
    public static string InFrench(this InvoiceSource source) => source switch
    {
        InvoiceSource.Electronic => "lue dans une facture électronique",
        InvoiceSource.Typed => "saisie à côté de son image",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "This source has no name."),
    };
}
