using Iness.Regulation;
using Iness.Web.Components;

namespace Iness.Web.Simulation;

/// <summary>The words for costs that everybody understands, with examples.</summary>
internal static class CostWords
{
    public static readonly Choice[] Categories =
    [
        new(nameof(CostCategory.OnlineShop), "Site de vente en ligne", "Nouveau ou refait, référencement naturel compris."),
        new(nameof(CostCategory.Crm), "Gestion de la relation client (CRM)", "Suivi des clients, adhérents, donateurs."),
        new(nameof(CostCategory.Erp), "Gestion intégrée (ERP)", "Achats, stocks, facturation, paie réunis."),
        new(nameof(CostCategory.Collaboration), "Travail collaboratif", "Visioconférence, espace partagé, gestion de projet."),
        new(nameof(CostCategory.Cloud), "Passage à l'informatique en nuage (cloud)"),
        new(nameof(CostCategory.AugmentedReality), "Réalité augmentée"),
        new(nameof(CostCategory.Hardware), "Matériel : ordinateur, tablette ou smartphone"),
        new(nameof(CostCategory.ShowcaseWebsite), "Site vitrine, sans vente en ligne"),
        new(nameof(CostCategory.ConsumerSoftware), "Logiciel grand public, bureautique"),
        new(nameof(CostCategory.Cybersecurity), "Cybersécurité"),
        new(nameof(CostCategory.Other), "Autre chose"),
    ];

    public static readonly Choice[] Natures =
    [
        new(nameof(CostNature.Acquisition), "Un achat"),
        new(nameof(CostNature.Service), "Une prestation", "Conseil, développement, installation, formation."),
        new(nameof(CostNature.Subscription), "Un abonnement"),
    ];

    public static readonly Choice[] HardwareKinds =
    [
        new(nameof(HardwareKind.Computer), "Ordinateur"), new(nameof(HardwareKind.Tablet), "Tablette"), new(nameof(HardwareKind.Smartphone), "Smartphone"),
    ];

    public static readonly Choice[] Financings =
    [
        new(nameof(Financing.Purchase), "Payé directement"), new(nameof(Financing.Lease), "En crédit-bail (leasing)"), new(nameof(Financing.Rental), "En location financière"),
    ];

    /// <summary>What a line is about, in a few words.</summary>
    public static string Describe(CostLine line) => line.Label ?? NameOf(line);

    /// <summary>The kind of a line.</summary>
    public static string NameOf(CostLine line) => line.Hardware is { } kind && line.Category == CostCategory.Hardware
        ? HardwareKinds.First(choice => choice.Value == kind.ToString()).Text
        : Categories.First(choice => choice.Value == line.Category.ToString()).Text;
}
