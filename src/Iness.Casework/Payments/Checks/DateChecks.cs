using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>COS-11: nothing ordered before the application was created; the same day is accepted. An invoice of an earlier day tells of an earlier order.</summary>
internal static class DateChecks
{
    public static IEnumerable<ClaimCheck> Of(ClaimedInvoice invoice, ClaimContext context)
    {
        yield return Issued(invoice, context);
        if (!invoice.IsCreditNote) yield return Ordered(invoice, context);
    }

    /// <summary>The day of the order as the regulation takes it: that of the invoice when no order can have come later.</summary>
    public static DateOnly? OrderOf(ClaimedInvoice invoice, DateOnly createdOn) =>
        invoice.IssuedOn < createdOn && !(invoice.OrderedOn < invoice.IssuedOn) ? invoice.IssuedOn : invoice.OrderedOn;

    private static ClaimCheck Issued(ClaimedInvoice invoice, ClaimContext context)
    {
        if (invoice.IssuedOn is not { } issued) return ClaimCheck.Unknown(CheckKind.Issue, Provision.Pay1, "Il reste à indiquer la date de la facture.");
        return issued > context.Today
            ? ClaimCheck.Review(CheckKind.Issue, Provision.Pay1, $"Facture datée du {French.Date(issued)}, après aujourd'hui, le {French.Date(context.Today)} : un agent la vérifiera.")
            : ClaimCheck.Met(CheckKind.Issue, Provision.Pay1, $"Facture du {French.Date(issued)}.");
    }

    private static ClaimCheck Ordered(ClaimedInvoice invoice, ClaimContext context)
    {
        var created = $"la création de la demande, le {French.Date(context.CreatedOn)}";
        if (invoice.OrderedOn is { } ordered && ordered < context.CreatedOn)
            return ClaimCheck.NotMet(CheckKind.Order, Provision.Cos11, $"Commande du {French.Date(ordered)} : elle ne doit pas précéder {created}.");
        if (invoice.IssuedOn is { } issued && issued < context.CreatedOn)
            return ClaimCheck.NotMet(CheckKind.Order, Provision.Cos11, $"Facture du {French.Date(issued)} : ce qu'elle facture a été commandé avant {created}.");
        if (invoice.OrderedOn is not { } on)
            return ClaimCheck.Unknown(CheckKind.Order, Provision.Cos11, $"Il reste à indiquer la date de la commande : elle ne doit pas précéder {created}.");
        return invoice.IssuedOn < on
            ? ClaimCheck.Review(CheckKind.Order, Provision.Cos11, $"Commande du {French.Date(on)}, après la facture du {French.Date(invoice.IssuedOn.Value)} : un agent la vérifiera.")
            : ClaimCheck.Met(CheckKind.Order, Provision.Cos11, $"Commande du {French.Date(on)}, qui ne précède pas {created}.");
    }
}
