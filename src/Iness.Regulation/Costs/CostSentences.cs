namespace Iness.Regulation.Costs;

/// <summary>The sentence of each reason, built when it is read.</summary>
internal static class CostSentences
{
    public static CostReason Reason(CostReasons reason, AssessedLine assessed, CostAssessment whole)
    {
        var (line, parameters) = (assessed.Line, whole.Parameters);
        return reason switch
        {
            CostReasons.ShowcaseWebsite => new(Provision.Xco1, "Site vitrine simple : il n'est pas éligible, seul un site de vente en ligne l'est."),
            CostReasons.ConsumerSoftware => new(Provision.Xco2, "Logiciel grand public (bureautique) : il n'est pas éligible."),
            CostReasons.Cybersecurity => new(Provision.Xco5, "Cybersécurité : non éligible ici, voir Pass Cyber Investissement et Pass Cyber Conseil."),
            CostReasons.NoCategory => new(Provision.Cos, "Cette dépense n'entre dans aucune des catégories éligibles."),
            CostReasons.InvoicedToOther => new(Provision.Cos1, "Facture au nom d'un tiers : elle doit être au nom du bénéficiaire."),
            CostReasons.LeasedOrRented => new(Provision.Xco4, line.Financing == Financing.Lease
                ? "Crédit-bail : il n'est pas éligible, seul l'achat l'est."
                : "Location financière : elle n'est pas éligible, seul l'achat l'est."),
            CostReasons.OrderedTooEarly => new(Provision.Cos11,
                $"Commande du {French.Date(line.OrderedOn!.Value)} : elle ne doit pas précéder la création de la demande, le {French.Date(whole.CreatedOn)}."),
            CostReasons.SubscriptionTooLong => new(Provision.Cos2,
                $"Abonnement de {line.Months} mois : {parameters.SubscriptionMonths} mois au plus sont retenus, soit {CostLineRules.WithinSubscriptionLimit(line, parameters)} sur {line.Amount}."),
            CostReasons.HardwareAlone => new(Provision.Xco3, "Matériel sans autre dépense retenue : il doit accompagner un projet numérique plus large."),
            _ => new(Provision.Cos10, HardwareCapped(line, assessed.Retained, parameters)),
        };
    }

    private static string HardwareCapped(CostLine line, Money retained, SchemeParameters parameters)
    {
        var claimed = CostLineRules.WithinSubscriptionLimit(line, parameters);
        return retained == Money.Zero
            ? $"Matériel de {claimed} non retenu : {parameters.HardwareKinds} types de matériel sur 3 au plus, dans la limite de {parameters.HardwareAllowance} par type."
            : $"Matériel de {claimed} : {retained} retenus, dans la limite de {parameters.HardwareAllowance} par type de matériel.";
    }
}
