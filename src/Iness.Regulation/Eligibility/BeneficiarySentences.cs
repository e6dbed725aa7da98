namespace Iness.Regulation.Eligibility;

/// <summary>Why nobody is let in, or what would say whether they are: the sentences of BEN that take more than one line.</summary>
internal static class BeneficiarySentences
{
    private const string Doors =
        "société de capitaux agréée ESUS, SCOP, association employeuse ayant une activité économique, structure d'insertion par l'activité économique ou groupement d'employeurs";

    private const string AllDoors =
        "sociétés de capitaux agréées ESUS, aux SCOP, aux associations employeuses ayant une activité économique, aux structures d'insertion par l'activité économique et aux groupements d'employeurs";

    public static string Refused(Situation s, Provision provision)
    {
        var u = s.Undertaking;
        var category = u.LegalCategory!.Value;
        if (category.IsCapitalCompany) return $"Société de capitaux (catégorie juridique {category}) sans agrément ESUS ni qualité de SCOP : l'un des deux est nécessaire.";
        if (category.IsAssociation && u.Headcount <= 0)
            return $"Association dont l'effectif est de {French.Number(u.Headcount.Value)} salarié : il doit être supérieur à 0.";
        if (category.IsAssociation) return "Association sans activité économique : une activité économique est nécessaire.";
        return $"Catégorie juridique {category} : le dispositif s'adresse aux {AllDoors}.";
    }

    public static string Open(Situation s, Provision provision)
    {
        var u = s.Undertaking;
        if (u.LegalCategory is null) return $"Catégorie juridique inconnue : il faut être {Doors}.";
        if (u.LegalCategory.Value.IsCapitalCompany) return $"Société de capitaux (catégorie juridique {u.LegalCategory}) : il reste à savoir si elle est agréée ESUS, SCOP ou structure d'insertion.";
        if (!u.LegalCategory.Value.IsAssociation || u.Headcount <= 0 || u.HasEconomicActivity == false)
            return $"Catégorie juridique {u.LegalCategory} : il reste à savoir si un agrément ou une convention (insertion, GEIQ) est détenu.";
        return (u.Headcount, u.HasEconomicActivity) switch
        {
            (null, null) => "Association : il reste à connaître son effectif, qui doit être supérieur à 0, et si elle a une activité économique.",
            (null, _) => "Association : il reste à connaître son effectif, qui doit être supérieur à 0.",
            _ => "Association : il reste à savoir si elle a une activité économique.",
        };
    }

    /// <summary>The approvals by their French initials, in the order of the enumeration.</summary>
    public static string Names(Approvals approvals) => approvals.ToString().ToUpperInvariant();
}
