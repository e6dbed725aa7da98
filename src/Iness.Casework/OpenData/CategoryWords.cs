using Iness.Regulation;

namespace Iness.Casework.OpenData;

/// <summary>What costs are called for the public: in open data and in figures.</summary>
public static class CategoryWords
{
    /// <summary>A category, without a capital.</summary>
    public static string InFrench(this CostCategory category) => category switch
    {
        CostCategory.OnlineShop => "site de vente en ligne",
        CostCategory.Crm => "gestion de la relation client (CRM)",
        CostCategory.Erp => "gestion intégrée (ERP)",
        CostCategory.Collaboration => "travail collaboratif",
        CostCategory.Cloud => "informatique en nuage",
        CostCategory.AugmentedReality => "réalité augmentée",
        CostCategory.Hardware => "matériel informatique",
        CostCategory.ShowcaseWebsite => "site vitrine",
        CostCategory.ConsumerSoftware => "logiciel grand public",
        CostCategory.Cybersecurity => "cybersécurité",
        _ => "autre dépense",
    };
}
