namespace Iness.Regulation;

public sealed partial class Provision
{
    /// <summary>COS.</summary>
    public static readonly Provision Cos = new("COS", Part.EligibleCosts, "Dépenses éligibles",
        "Seules comptent les dépenses des catégories COS-3 à COS-9. Une dépense qui n'entre dans aucune n'est pas retenue. Les montants sont hors taxes.",
        "Hors taxes toujours, même pour une association qui ne récupère pas la TVA : l'avis parle d'investissements hors taxes.");

    /// <summary>COS-1.</summary>
    public static readonly Provision Cos1 = new("COS-1", Part.EligibleCosts, "Facture au nom du bénéficiaire",
        "La dépense est facturée à l'entreprise bénéficiaire ; facturée à un tiers, elle n'est pas retenue.");

    /// <summary>COS-2.</summary>
    public static readonly Provision Cos2 = new("COS-2", Part.EligibleCosts, "Acquisition, prestation ou abonnement",
        "Un abonnement de plus de 12 mois est retenu à proportion : montant × 12 ÷ nombre de mois, arrondi au centime inférieur.",
        "Le conseil en amont, l'installation et la formation en aval comptent dans la catégorie qu'ils servent.");

    /// <summary>COS-3.</summary>
    public static readonly Provision Cos3 = new("COS-3", Part.EligibleCosts, "Site de vente en ligne",
        "Site de vente en ligne, nouveau ou repris, référencement naturel compris.");

    /// <summary>COS-4.</summary>
    public static readonly Provision Cos4 = new("COS-4", Part.EligibleCosts, "Gestion de la relation client (GRC, CRM)", "Outil de gestion de la relation client.");

    /// <summary>COS-5.</summary>
    public static readonly Provision Cos5 = new("COS-5", Part.EligibleCosts, "Gestion intégrée (PGI, ERP)", "Outil de gestion intégrée de l'entreprise.");

    /// <summary>COS-6.</summary>
    public static readonly Provision Cos6 = new("COS-6", Part.EligibleCosts, "Travail collaboratif",
        "Logiciel de travail collaboratif, sur place ou à distance : visioconférence, espace de travail partagé, mode projet.");

    /// <summary>COS-7.</summary>
    public static readonly Provision Cos7 = new("COS-7", Part.EligibleCosts, "Informatique en nuage (cloud)", "Migration, complète ou partielle, vers l'informatique en nuage.");

    /// <summary>COS-8.</summary>
    public static readonly Provision Cos8 = new("COS-8", Part.EligibleCosts, "Réalité augmentée", "Équipement permettant l'usage de la réalité augmentée, par les clients ou par l'équipe.");

    /// <summary>COS-9.</summary>
    public static readonly Provision Cos9 = new("COS-9", Part.EligibleCosts, "Matériel informatique",
        "Ordinateur, tablette ou smartphone rendu nécessaire par le projet, dans les limites de COS-10 et XCO-3.");

    /// <summary>COS-10.</summary>
    public static readonly Provision Cos10 = new("COS-10", Part.EligibleCosts, "Plafond du matériel",
        "Deux types de matériel au plus sur les trois (ordinateur, tablette, smartphone), et 800 € au plus par type. Les deux types aux montants plafonnés les plus élevés sont gardés ; à égalité, dans cet ordre.",
        "« 2 des 3 matériels » désigne des types, non des appareils. Le plafond est hors taxes, comme le précise le dispositif jumeau INAC.");

    /// <summary>COS-11.</summary>
    public static readonly Provision Cos11 = new("COS-11", Part.EligibleCosts, "Date de la commande",
        "Une dépense commandée avant la création de la demande n'est pas retenue. Le jour même, ou pas encore commandée, elle l'est.",
        "La date qui compte est celle où le brouillon de la demande a été créé : l'avis vise la « date de création », non celle du dépôt.");

    /// <summary>XCO-1.</summary>
    public static readonly Provision Xco1 = new("XCO-1", Part.IneligibleCosts, "Site vitrine", "Un site vitrine simple n'est pas retenu.");

    /// <summary>XCO-2.</summary>
    public static readonly Provision Xco2 = new("XCO-2", Part.IneligibleCosts, "Logiciel grand public", "Un logiciel grand public, de bureautique par exemple, n'est pas retenu.");

    /// <summary>XCO-3.</summary>
    public static readonly Provision Xco3 = new("XCO-3", Part.IneligibleCosts, "Matériel seul",
        "Le matériel n'est pas retenu si aucune autre dépense ne l'est : il doit servir un projet numérique plus large.",
        "Un projet plus large se reconnaît à une dépense d'une autre catégorie qui est retenue.");

    /// <summary>XCO-4.</summary>
    public static readonly Provision Xco4 = new("XCO-4", Part.IneligibleCosts, "Crédit-bail et location", "Une dépense en crédit-bail ou en location financière n'est pas retenue.");

    /// <summary>XCO-5.</summary>
    public static readonly Provision Xco5 = new("XCO-5", Part.IneligibleCosts, "Cybersécurité",
        "Les dépenses de cybersécurité ne sont pas retenues : Pass Cyber Investissement et Pass Cyber Conseil leur sont dédiés.");
}
