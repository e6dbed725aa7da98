namespace Iness.Regulation;

public sealed partial class Provision
{
    /// <summary>AID-1.</summary>
    public static readonly Provision Aid1 = new("AID-1", Part.Amount, "Taux de l'aide",
        "L'aide est de 40 % de la base, arrondie au centime inférieur.",
        "L'arrondi est toujours inférieur : un taux d'aide est un maximum qui ne se dépasse pas.");

    /// <summary>AID-2.</summary>
    public static readonly Provision Aid2 = new("AID-2", Part.Amount, "Minimum de dépenses",
        "Les dépenses retenues, après tous les plafonds, atteignent au moins 3 000 €. En dessous, l'aide est nulle.");

    /// <summary>AID-3.</summary>
    public static readonly Provision Aid3 = new("AID-3", Part.Amount, "Maximum de dépenses",
        "La base est limitée à 30 000 €, soit 12 000 € d'aide au plus. Si AID-4 ou LEG-1 ramènent l'aide entre 0,01 € et 1 199,99 €, un agent examine la demande.",
        "Au-delà de 30 000 €, les dépenses sont plafonnées et non refusées. L'avis annonce une aide d'au moins 1 200 € sans dire ce qu'il advient quand un autre plafond l'abaisse : un agent en juge.");

    /// <summary>AID-4.</summary>
    public static readonly Provision Aid4 = new("AID-4", Part.Amount, "Plafond des aides publiques",
        "Toutes aides publiques réunies, l'aide ne dépasse pas 80 % des dépenses retenues (avant le plafond de 30 000 €), moins les autres aides publiques sur les mêmes dépenses.");

    /// <summary>FRQ-1.</summary>
    public static readonly Provision Frq1 = new("FRQ-1", new("Pour quelle durée ?"), "Une demande tous les deux ans",
        "Aucune demande INESS déposée depuis moins de 2 ans à la création de la nouvelle, quelle qu'en soit l'issue. Deux ans jour pour jour après, elle est possible.",
        "L'avis parle de dépôt : une demande refusée compte donc aussi.");

    /// <summary>CUM-1.</summary>
    public static readonly Provision Cum1 = new("CUM-1", Part.Cumulation, "Booster TPE Numérique",
        "L'aide INESS complète le Booster TPE Numérique de la CCI Hauts-de-France, qui compte comme aide publique (AID-4) s'il paie les mêmes dépenses.");

    /// <summary>CUM-2.</summary>
    public static readonly Provision Cum2 = new("CUM-2", Part.Cumulation, "Autres aides régionales au numérique",
        "L'aide ne se cumule avec aucune autre aide régionale individuelle à la transition numérique (ADEN, INAC…).");

    /// <summary>LEG-1.</summary>
    public static readonly Provision Leg1 = new("LEG-1", new("Aides soumises au règlement"), "Aides de minimis",
        "L'aide ne dépasse pas ce que laissent les aides de minimis antérieures de l'entreprise unique. Accordée depuis le 1er janvier 2024 : 300 000 € sur 3 ans glissants. Auparavant : 200 000 € sur trois années civiles.",
        "Le règlement applicable est celui du jour où l'aide est accordée. Une aide accordée il y a trois ans jour pour jour ne compte plus.",
        "Règlement (UE) 2023/2831", "Règlement (UE) n° 1407/2013");

    /// <summary>PRO-1.</summary>
    public static readonly Provision Pro1 = new("PRO-1", Part.Procedure, "Arrêté ou convention",
        "L'aide est accordée par un arrêté ou par une convention type. Jusqu'à 23 000 €, l'arrêté suffit.",
        "L'aide ne dépassant jamais 12 000 €, l'arrêté est la règle.",
        "Loi n° 2000-321 du 12 avril 2000, article 10", "Décret n° 2001-495 du 6 juin 2001");

    /// <summary>PRO-2.</summary>
    public static readonly Provision Pro2 = new("PRO-2", Part.Procedure, "Demande en ligne", "La demande se fait en ligne, auprès de la Région.");

    /// <summary>PAY-1.</summary>
    public static readonly Provision Pay1 = new("PAY-1", new("Quelles sont les modalités de versement ?"), "Versement",
        "L'aide est versée en une fois, sur factures acquittées : le même calcul sur les dépenses payées et retenues, sans dépasser le montant accordé.",
        "Si les dépenses payées et retenues sont inférieures à 3 000 €, un agent en juge : l'avis est muet.");
}
