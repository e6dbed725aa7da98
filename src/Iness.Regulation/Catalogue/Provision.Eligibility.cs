namespace Iness.Regulation;

public sealed partial class Provision
{
    private const string InseeCategories = "INSEE, nomenclature des catégories juridiques, niveau III";

    /// <summary>BEN: none of the four doors.</summary>
    public static readonly Provision Ben = new("BEN", Part.Beneficiaries, "Bénéficiaires",
        "Le dispositif s'adresse aux structures décrites de BEN-1 à BEN-4. La première condition remplie est citée ; si aucune ne l'est, BEN est cité.",
        "Une association non déclarée (9210), une congrégation (9240), une fondation (9300), une société de personnes ou une entreprise individuelle n'est pas bénéficiaire : l'avis ne les nomme pas.",
        InseeCategories);

    /// <summary>BEN-1.</summary>
    public static readonly Provision Ben1 = new("BEN-1", Part.Beneficiaries, "Société de capitaux agréée ESUS",
        "Société de capitaux (catégorie juridique commençant par 54, 55, 56, 57 ou 58, ou 5308, hors SCOP) détenant l'agrément « entreprise solidaire d'utilité sociale » (ESUS).",
        "La mention « ESS » du répertoire SIRENE ne vaut pas agrément ESUS : l'avis exige l'agrément, que seule l'autorité compétente délivre.",
        "Code du travail, article L3332-17-1", InseeCategories);

    /// <summary>BEN-2.</summary>
    public static readonly Provision Ben2 = new("BEN-2", Part.Beneficiaries, "Société coopérative de production (SCOP)",
        "Catégorie juridique 5458, 5558 ou 5658, ou qualité de SCOP déclarée.",
        "Une SAS coopérative porte le code 5710, commun à toutes les SAS : la qualité de SCOP se prouve alors par la liste du ministère.",
        InseeCategories);

    /// <summary>BEN-3.</summary>
    public static readonly Provision Ben3 = new("BEN-3", Part.Beneficiaries, "Association employeuse ou structure d'insertion",
        "Association (catégorie 5195, 9220, 9221, 9222, 9223, 9230 ou 9260) dont l'effectif est supérieur à 0 et qui a une activité économique ; ou structure de l'insertion par l'activité économique (EI, AI, ETTI, EITI, ACI, ou catégorie 9221 ou 9222).",
        "Les ACI entrent ici comme structures d'insertion, puis sont écartés par EXC-5 : l'avis les nomme dans ses exclusions.",
        InseeCategories, "Code du travail, article L5132-4");

    /// <summary>BEN-4.</summary>
    public static readonly Provision Ben4 = new("BEN-4", Part.Beneficiaries, "Groupement d'employeurs",
        "Groupement d'employeurs (catégorie 9223) ou groupement d'employeurs pour l'insertion et la qualification (GEIQ).",
        null, InseeCategories, "Code du travail, article L1253-1");

    /// <summary>ELI-1.</summary>
    public static readonly Provision Eli1 = new("ELI-1", Part.Conditions, "Implantation en Hauts-de-France",
        "L'établissement qui porte le projet est dans l'Aisne (02), le Nord (59), l'Oise (60), le Pas-de-Calais (62) ou la Somme (80). L'entreprise existe, est en création ou en reprise : une entreprise cessée est écartée.",
        "La commune se lit sur le code INSEE, non sur le code postal : les codes CEDEX ne désignent pas de commune. C'est l'établissement du projet qui compte, non le siège.",
        "INSEE, code officiel géographique");

    /// <summary>ELI-2.</summary>
    public static readonly Provision Eli2 = new("ELI-2", Part.Conditions, "Chiffre d'affaires",
        "Chiffre d'affaires strictement inférieur à 2 000 000 €.",
        "Dernier exercice clos, hors taxes ; pour une association, les produits d'exploitation ; pour une création, le prévisionnel. 2 000 000 € exactement est refusé.");

    /// <summary>ELI-3.</summary>
    public static readonly Provision Eli3 = new("ELI-3", Part.Conditions, "Effectif",
        "Effectif strictement inférieur à 20 salariés.",
        "L'effectif se compte en équivalents temps plein : 19,99 convient, 20 non.");

    /// <summary>ELI-4.</summary>
    public static readonly Provision Eli4 = new("ELI-4", Part.Conditions, "Obligations fiscales et sociales",
        "Impôts et cotisations sociales à jour, les deux.");

    /// <summary>ELI-5.</summary>
    public static readonly Provision Eli5 = new("ELI-5", Part.Conditions, "Entreprise en difficulté",
        "Ni procédure collective d'insolvabilité, ni aide au sauvetage non remboursée, ni plan de restructuration en cours. Pour une société de capitaux ou une SCOP : capitaux propres au moins égaux à la moitié du capital social souscrit, sauf si elle est en création ou fondée depuis moins de 3 ans.",
        "Une association n'a pas de capital social : ce dernier critère ne s'applique pas à elle. Les 3 ans se comptent jusqu'à la création de la demande.",
        "Règlement (UE) n° 651/2014, article 2, point 18");

    /// <summary>EXC-1.</summary>
    public static readonly Provision Exc1 = new("EXC-1", Part.Exclusions, "Professions libérales", Sector("les professions libérales, réglementées ou non, et assimilées (pharmacies…)"), Hint);

    /// <summary>EXC-2.</summary>
    public static readonly Provision Exc2 = new("EXC-2", Part.Exclusions, "Finance et immobilier", Sector("les activités financières et immobilières"), Hint);

    /// <summary>EXC-3.</summary>
    public static readonly Provision Exc3 = new("EXC-3", Part.Exclusions, "Formation, conseil, bureaux d'études", Sector("les organismes de formation, le conseil et les bureaux d'études"), Hint);

    /// <summary>EXC-4.</summary>
    public static readonly Provision Exc4 = new("EXC-4", Part.Exclusions, "Centrales d'achats", Sector("les centrales d'achats"), Hint);

    /// <summary>EXC-5.</summary>
    public static readonly Provision Exc5 = new("EXC-5", Part.Exclusions, "Ateliers et chantiers d'insertion (ACI)",
        "Une structure agréée ACI n'est pas éligible, même si BEN-3 est rempli.",
        "L'agrément ACI suffit à exclure, même détenu avec un autre : l'avis vise « les structures agréées ACI ».",
        "Code du travail, article L5132-15");

    /// <summary>EXC-6.</summary>
    public static readonly Provision Exc6 = new("EXC-6", Part.Exclusions, "Numérique pour cœur d'activité", Sector("les entreprises dont le numérique est le cœur d'activité"), Hint);

    private const string Hint =
        "Le code d'activité (NAF) n'est qu'un indice, attribué pour la statistique : il conduit un agent à examiner l'activité réelle, il ne refuse personne.";

    private static string Sector(string who) =>
        $"Sont exclus {who}. La déclaration du demandeur fait foi ; à défaut, un code d'activité de ce secteur appelle l'examen d'un agent.";
}
