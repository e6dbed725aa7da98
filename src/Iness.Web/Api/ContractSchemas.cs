using System.Text.Json.Nodes;
using Iness.Casework.Assessments;
using Microsoft.OpenApi;

namespace Iness.Web.Api;

/// <summary>The schemas of the contract: names, types, bounds and meaning of each member.</summary>
internal static class ContractSchemas
{
    public const string RequestExample =
        """
        {
          "createdOn": "2026-03-02",
          "undertaking": {
            "legalCategory": "9220", "approvals": [], "communeCode": "59350", "turnover": 450000.00, "headcount": 7.5,
            "hasEconomicActivity": true, "mainActivity": "88.99B", "sectors": [], "taxUpToDate": true, "socialUpToDate": true,
            "difficulty": { "insolvencyProceedings": false, "rescueAidOutstanding": false }
          },
          "project": { "costs": [ { "id": "c1", "label": "Boutique en ligne", "category": "onlineShop", "nature": "service", "amount": 4200.00 } ] },
          "history": { "deMinimisAids": [], "previousApplications": [], "otherPublicAid": [] }
        }
        """;

    private const string DatePattern = "^\\d{4}-\\d{2}-\\d{2}$";

    public static OpenApiSchema Request() => Object("Les faits d’une demande.", ["createdOn"],
        ("createdOn", Date("Jour de création de la demande, à partir du 2021-10-05.")),
        ("grantedOn", Nullable(Date("Jour d’octroi de l’aide, au plus tôt createdOn ; createdOn par défaut."))),
        ("undertaking", Nullable(Undertaking())),
        ("project", Nullable(Object("Le projet.", [], ("costs", Nullable(List("Lignes de dépenses, hors taxes ; null : pas encore connues.", Cost())))))),
        ("history", Nullable(History())));

    public static OpenApiSchema Answer() => Object("L’évaluation.", ["regulation", "verdict", "findings", "costs", "aid"],
        ("regulation", Date("Version du règlement appliquée.")),
        ("verdict", Codes("Verdict d’ensemble.", ContractCodes.OverallVerdicts)),
        ("findings", List("Toutes les dispositions, dans l’ordre du texte.", Object("Une disposition.", ["provision", "verdict", "explanation"],
            ("provision", Text("Identifiant, par exemple ELI-2.")),
            ("verdict", Codes("Verdict de la disposition.", ContractCodes.Verdicts)),
            ("explanation", Text("Phrase française : la valeur utilisée et le seuil.")),
            ("missing", List("Pointeurs JSON des faits qui lèveraient l’inconnue ; absent sinon.", Text("Pointeur JSON.")))))),
        ("costs", Object("Les dépenses.", ["lines", "claimed", "eligible", "base"],
            ("lines", List("Chaque ligne, dans l’ordre donné.", Object("Une ligne.", ["id", "claimed", "retained", "reasons"],
                ("id", Text("Identifiant de la ligne.")), ("claimed", Money("Montant demandé.")), ("retained", Money("Montant retenu.")),
                ("reasons", List("Pourquoi le reste n’est pas retenu.", Object("Une raison.", ["provision", "explanation"],
                    ("provision", Text("Identifiant.")), ("explanation", Text("Phrase française.")))))))),
            ("claimed", Money("Total demandé.")), ("eligible", Money("Total retenu.")), ("base", Money("Base de calcul, plafonnée.")))),
        ("aid", Object("L’aide.", ["amount", "steps"],
            ("amount", Money("Montant ; 0 si la demande n’est pas éligible.")),
            ("steps", List("Les montants qui bornent l’aide : elle est le plus petit.", Object("Une étape.", ["provision", "label", "amount"],
                ("provision", Text("Identifiant.")), ("label", Text("Calcul.")), ("amount", Money("Montant."))))))));

    public static OpenApiSchema Regulation() => Object("Le règlement en vigueur.", ["regulation", "on", "parameters", "provisions"],
        ("regulation", Date("Version.")), ("on", Date("Jour demandé.")),
        ("parameters", List("Paramètres.", Object("Un paramètre.", ["provision", "label", "value", "effectiveFrom", "source"],
            ("provision", Text("Identifiant.")), ("label", Text("Ce que c’est.")), ("value", Text("Valeur et unité.")),
            ("effectiveFrom", Date("Premier jour.")), ("source", Text("Texte."))))),
        ("provisions", List("Dispositions.", Object("Une disposition.", ["id", "heading", "title", "rule", "reading", "sources"],
            ("id", Text("Identifiant.")), ("heading", Text("Rubrique de l’avis.")), ("title", Text("Titre.")), ("rule", Text("Règle exacte.")),
            ("reading", Nullable(Text("Lecture retenue."))), ("sources", List("Textes.", Text("Texte.")))))));

    public static OpenApiSchema Prefill() => Object("Un lien de demande préremplie.", ["url", "expiresAt"],
        ("url", new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri", Description = "Lien à remettre à la personne." }),
        ("expiresAt", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "Instant où il cesse d’ouvrir." }));

    public static OpenApiSchema Problem()
    {
        var errors = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Messages par pointeur JSON ; la clé vide désigne le document.",
            AdditionalProperties = List("Messages.", Text("Message.")),
        };
        return Object("Un problème (RFC 9457).", [],
            ("type", Text("Nature.")), ("title", Text("Titre.")), ("status", new OpenApiSchema { Type = JsonSchemaType.Integer }), ("detail", Text("Détail.")), ("errors", errors));
    }

    private static OpenApiSchema Undertaking() => Object("L’entreprise. Tout fait est facultatif.", [],
        ("siren", Nullable(Text("Neuf chiffres, clé vérifiée.", "^\\d{9}$"))),
        ("legalCategory", Nullable(Text("Catégorie juridique Insee.", "^\\d{4}$"))),
        ("approvals", Nullable(List("Agréments et conventions ; vide : aucun.", Codes("Agrément.", ContractCodes.Approvals)))),
        ("stage", Nullable(Codes("Étape de vie ; existing par défaut.", ContractCodes.Stages))),
        ("communeCode", Nullable(Text("Code Insee de la commune de l’établissement.", "^\\d[\\dAB]\\d{3}$"))),
        ("foundedOn", Nullable(Date("Jour de fondation."))),
        ("turnover", Nullable(Money("Chiffre d’affaires hors taxes du dernier exercice clos."))),
        ("headcount", Nullable(Number("Effectif en équivalents temps plein."))),
        ("hasEconomicActivity", Nullable(Boolean("Activité économique."))),
        ("mainActivity", Nullable(Text("Code NAF rév. 2.", "^\\d{2}\\.\\d{2}[A-Z]$"))),
        ("sectors", Nullable(List("Secteurs exclus déclarés ; vide : aucun.", Codes("Secteur.", ContractCodes.Sectors)))),
        ("taxUpToDate", Nullable(Boolean("Impôts à jour."))),
        ("socialUpToDate", Nullable(Boolean("Cotisations sociales à jour."))),
        ("difficulty", Nullable(Object("Entreprise en difficulté.", [],
            ("insolvencyProceedings", Nullable(Boolean("Procédure collective."))),
            ("rescueAidOutstanding", Nullable(Boolean("Aide au sauvetage non remboursée ou plan de restructuration."))),
            ("shareCapital", Nullable(Money("Capital social souscrit."))),
            ("equity", Nullable(new OpenApiSchema { Type = JsonSchemaType.Number, Description = "Capitaux propres, de tout signe, deux décimales au plus." }))))));

    private static OpenApiSchema Cost() => Object("Une ligne de dépense, hors taxes.", ["id", "category", "nature", "amount"],
        ("id", Text("Identifiant unique, 100 caractères au plus.")),
        ("label", Nullable(Text("Libellé, 500 caractères au plus."))),
        ("category", Codes("Catégorie.", ContractCodes.CostCategories)),
        ("nature", Codes("Nature.", ContractCodes.CostNatures)),
        ("amount", new OpenApiSchema { Type = JsonSchemaType.Number, Description = "Euros hors taxes, deux décimales au plus.", ExclusiveMinimum = "0", Maximum = "10000000" }),
        ("months", Nullable(new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Durée en mois, obligatoire pour un abonnement.", Minimum = "1", Maximum = "120" })),
        ("hardware", Nullable(Codes("Type, obligatoire pour un matériel.", ContractCodes.HardwareKinds))),
        ("invoicedTo", Nullable(Codes("À qui la facture est établie ; beneficiary par défaut.", ContractCodes.InvoicedTo))),
        ("financing", Nullable(Codes("Financement ; purchase par défaut.", ContractCodes.Financings))),
        ("orderedOn", Nullable(Date("Jour de la commande ; null : pas encore commandé."))));

    private static OpenApiSchema History() => Object("Aides et demandes antérieures ; une liste null n’est pas déclarée.", [],
        ("deMinimisAids", Nullable(List("Aides de minimis de l’entreprise unique.", Object("Une aide.", ["grantedOn", "amount"],
            ("grantedOn", Date("Jour d’octroi.")), ("amount", Money("Montant.")), ("grantor", Nullable(Text("Financeur."))))))),
        ("previousApplications", Nullable(List("Dates de dépôt de demandes INESS.", Date("Jour de dépôt.")))),
        ("otherPublicAid", Nullable(List("Autres aides publiques sur les mêmes dépenses.", Object("Une aide.", ["amount"],
            ("grantor", Nullable(Text("Financeur."))), ("scheme", Nullable(Text("Dispositif."))), ("amount", Money("Montant.")),
            ("regionalDigital", Nullable(Boolean("Aide régionale individuelle à la transition numérique."))))))));

    private static OpenApiSchema Object(string description, string[] required, params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Required = new HashSet<string>(required),
        Properties = members.ToDictionary(member => member.Name, member => (IOpenApiSchema)member.Schema),
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema List(string description, OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Description = description, Items = items };

    private static OpenApiSchema Text(string description, string? pattern = null) => new() { Type = JsonSchemaType.String, Description = description, Pattern = pattern };

    private static OpenApiSchema Date(string description) => new() { Type = JsonSchemaType.String, Format = "date", Description = description, Pattern = DatePattern };

    private static OpenApiSchema Money(string description) => new() { Type = JsonSchemaType.Number, Description = description + " Euros, deux décimales au plus.", Minimum = "0" };

    private static OpenApiSchema Number(string description) => new() { Type = JsonSchemaType.Number, Description = description, Minimum = "0" };

    private static OpenApiSchema Boolean(string description) => new() { Type = JsonSchemaType.Boolean, Description = description };

    private static OpenApiSchema Codes(string description, CodeList codes) => new()
    {
        Type = JsonSchemaType.String,
        Description = description,
        Enum = [.. codes.Names.Select(name => (JsonNode)JsonValue.Create(name))],
    };

    private static OpenApiSchema Nullable(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        return schema;
    }
}
