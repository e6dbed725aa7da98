using System.Text.Json.Nodes;
using Iness.Casework.Assessments;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Partners.Reading;
using Iness.Regulation;
using Microsoft.OpenApi;

namespace Iness.Web.Api;

/// <summary>The schemas of what is read with a token.</summary>
internal static class PartnersSchemas
{
    public const string ApplicationExample =
        """
        {
          "number": "INESS-2026-000123", "status": "notified", "filedAt": "2026-03-02T09:12:44.120Z", "changedAt": "2026-04-20T14:03:10Z", "respondBy": null, "claimBy": "2027-04-20",
          "siren": "900100017", "siret": "90010001700011", "organisation": "Les Jardins d’essai", "department": "59", "town": "Roubaix", "costCategories": ["onlineShop"], "verdict": "eligible",
          "amounts": { "claimed": 6200.00, "eligible": 6000.00, "aid": 2400.00 },
          "decision": { "kind": "grant", "on": "2026-04-18", "notifiedAt": "2026-04-20T14:03:10Z", "amount": 2400.00 },
          "payment": null,
          "history": [
            { "at": "2026-03-02T09:12:44.120Z", "action": "file", "status": "filed" },
            { "at": "2026-04-20T14:03:10Z", "action": "notify", "status": "notified" }
          ]
        }
        """;

    public const string PageExample =
        """
        {
          "applications": [
            {
              "number": "INESS-2026-000124", "status": "filed", "filedAt": "2026-03-03T08:00:00Z", "changedAt": "2026-03-03T08:00:00Z", "respondBy": "2026-05-03", "claimBy": null,
              "siren": "900100025", "siret": null, "organisation": "Atelier d’essai", "department": "62", "town": "Lens", "costCategories": ["crm"], "verdict": "undetermined"
            }
          ],
          "next": "CN55dA1bAAABlXEcgkQAcY7cAAAAAAAA"
        }
        """;

    public static OpenApiSchema Application(bool hasHistory)
    {
        var members = Members();
        if (hasHistory)
        {
            members.Add(("history", List("Étapes, la plus ancienne d’abord.", Object("Une étape.",
                ("at", Instant("Quand.")), ("action", Codes("Ce qui a été fait.", PartnerCodes.All(FileAction.DeleteDraft))), ("status", Codes("Statut depuis.", PartnerCodes.All(FileStatus.Draft)))))));
        }

        var schema = Object(hasHistory ? "Un dossier déposé, avec ses étapes." : "Un dossier déposé.", [.. members]);
        // Absent when the token's accesses do not cover them.
        schema.Required!.ExceptWith(["amounts", "decision", "payment"]);
        return schema;
    }

    public static OpenApiSchema Page(IOpenApiSchema application)
    {
        var schema = Object("Une page de dossiers.", ("applications", new OpenApiSchema { Type = JsonSchemaType.Array, Items = application }), ("next", Nullable(Text("À donner en « after » pour la page suivante ; null sur la dernière."))));
        return schema;
    }

    public static IEnumerable<IOpenApiParameter> Parameters() =>
    [
        Query("after", "Valeur « next » de la page précédente.", Text("")),
        Query("limit", "Dossiers par page, 100 par défaut.", new() { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{ReadApplications.Most}" }),
        Query("status", "Statut ; plusieurs fois pour l’un ou l’autre.", List("", Codes("", PartnerCodes.All(FileStatus.Draft)))),
        Query("department", "Département du projet, par exemple 59.", Text("")),
        Query("filedFrom", "Premier jour de dépôt.", Day("")),
        Query("filedUntil", "Dernier jour de dépôt.", Day("")),
        Query("changedSince", "Seulement les dossiers dont le statut a changé depuis cet instant.", Instant("")),
        Query("verdict", "Ce que le règlement dit de la demande déposée.", Codes("", PartnerCodes.All<OverallVerdict>())),
        Query("decided", "Décidés, ou non. Demande l’accès decisions:read.", new() { Type = JsonSchemaType.Boolean }),
    ];

    public static OpenApiParameter Number() => new() { Name = "number", In = ParameterLocation.Path, Required = true, Description = "Numéro du dossier, majuscules ou minuscules.", Schema = Text(""), Example = JsonValue.Create("INESS-2026-000123") };

    public static OpenApiParameter KnownTag() => new() { Name = "If-None-Match", In = ParameterLocation.Header, Description = "Marque (ETag) de la réponse déjà reçue.", Schema = Text("") };

    private static List<(string Name, OpenApiSchema Schema)> Members() =>
    [
        ("number", Text("Numéro du dossier.")),
        ("status", Codes("Statut.", PartnerCodes.All(FileStatus.Draft))),
        ("filedAt", Instant("Dépôt.")),
        ("changedAt", Nullable(Instant("Dernier changement de statut."))),
        ("respondBy", Nullable(Day("Dernier jour de la Région pour répondre."))),
        ("claimBy", Nullable(Day("Dernier jour du bénéficiaire pour demander le versement."))),
        ("siren", Nullable(Text("SIREN ; null si le demandeur n’est pas une personne morale."))),
        ("siret", Nullable(Text("SIRET de l’établissement, connu et d’une personne morale."))),
        ("organisation", Nullable(Text("Nom ; null si le demandeur n’est pas une personne morale."))),
        ("department", Nullable(Text("Département du projet."))),
        ("town", Nullable(Text("Sa commune."))),
        ("costCategories", List("Catégories des dépenses.", Codes("", ContractCodes.CostCategories.Names))),
        ("verdict", Nullable(Codes("Ce que le règlement dit de la demande déposée.", PartnerCodes.All<OverallVerdict>()))),
        ("amounts", Object("Montants déposés et calculés. Accès applications:amounts.", ("claimed", Nullable(Money("Dépenses présentées."))), ("eligible", Nullable(Money("Dépenses retenues."))), ("aid", Nullable(Money("Aide calculée."))))),
        ("decision", Nullable(Decision())),
        ("payment", Nullable(Object("Le versement demandé. Accès payments:read.", ("claimedAt", Instant("Demande de versement.")), ("completeOn", Nullable(Day("Jour où elle était complète."))), ("payable", Nullable(Money("Montant à payer, une fois validé."))), ("paidOn", Nullable(Day("Jour du paiement.")))))),
    ];

    private static OpenApiSchema Decision()
    {
        var schema = Object(
            "La dernière décision. Accès decisions:read.",
            ("kind", Codes("Sens.", PartnerCodes.All<DecisionKind>())), ("on", Day("Jour d’effet.")), ("notifiedAt", Nullable(Instant("Mise à disposition du demandeur."))), ("amount", Money("Montant accordé. Accès applications:amounts.")));
        schema.Required!.Remove("amount");
        return schema;
    }

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema) => new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };

    private static OpenApiSchema Object(string description, params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Required = new HashSet<string>(members.Select(member => member.Name)),
        Properties = members.ToDictionary(member => member.Name, member => (IOpenApiSchema)member.Schema),
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema List(string description, OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Description = NullIfEmpty(description), Items = items };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = NullIfEmpty(description) };

    private static OpenApiSchema Day(string description) => new() { Type = JsonSchemaType.String, Format = "date", Description = NullIfEmpty(description) };

    private static OpenApiSchema Instant(string description) => new() { Type = JsonSchemaType.String, Format = "date-time", Description = NullIfEmpty(description) };

    private static OpenApiSchema Money(string description) => new() { Type = JsonSchemaType.Number, Description = description + " Euros, deux décimales.", Minimum = "0" };

    private static OpenApiSchema Codes(string description, IEnumerable<string> codes) =>
        new() { Type = JsonSchemaType.String, Description = NullIfEmpty(description), Enum = [.. codes.Select(code => (JsonNode)JsonValue.Create(code)!)] };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static OpenApiSchema Nullable(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        // A code may be null too.
        if (schema.Enum is { } codes) codes.Add(null!);
        return schema;
    }
}
