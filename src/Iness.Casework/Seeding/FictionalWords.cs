namespace Iness.Casework.Seeding;

/// <summary>Words of invented organisations and projects; nobody can take one for real, since each name says it.</summary>
internal static class FictionalWords
{
    public const string Mark = "(fictif)";

    public static readonly string[] Kinds =
        ["Les Ateliers", "La Coopérative", "Les Jardins", "La Ressourcerie", "L’Épicerie", "Le Garage", "Les Compagnons", "La Régie", "Le Comptoir", "L’Atelier", "Les Cuisines", "La Fabrique", "Le Relais", "Les Amis", "La Maison"];

    public static readonly string[] Names =
        ["du Colibri", "de la Deûle", "des Marais", "du Beffroi", "de l’Étoile", "des Tisserands", "du Terril", "de la Côte", "des Hortillons", "du Canal", "de la Forêt", "des Moulins", "du Carillon", "de la Scarpe", "des Dunes", "du Phare", "de la Thiérache", "des Géants", "du Houblon", "de l’Œillet"];

    public static readonly string[] Qualities =
        ["solidaire", "imaginaire", "d’en haut", "d’en bas", "des Quatre-Vents", "réunis", "associés", "en fête", "du matin", "du soir", "partagé", "vagabond", "enchanté", "de demain", "sans souci", "bleu", "vert", "doré", "d’été", "d’hiver"];

    public static readonly string[] Projects =
        ["Vendre nos produits en ligne", "Un site pour nos adhérents", "Gérer la relation avec nos clients", "Réunir stocks et facturation", "Travailler ensemble à distance", "Passer notre informatique au nuage", "Équiper nos encadrants", "Prendre les commandes en ligne", "Suivre nos bénévoles et donateurs", "Organiser nos tournées", "Une boutique pour la recyclerie", "Dématérialiser nos inscriptions"];

    public static readonly string[] Costs = ["Boutique en ligne", "Logiciel de relation client", "Gestion intégrée", "Espace de travail partagé", "Hébergement et migration", "Visite en réalité augmentée", "Ordinateurs"];

    public static readonly string[] GivenNames = ["Ambre", "Basile", "Célestin", "Dorothée", "Éloi", "Faustine", "Gaspard", "Hortense", "Isidore", "Joséphine", "Killian", "Léonie"];

    public static readonly string[] FamilyNames = ["Vandenfictif", "Delinvente", "Leroman", "Duconte", "Carpentimaginaire", "Dufable"];
}
