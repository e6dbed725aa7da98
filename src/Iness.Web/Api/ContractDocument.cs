using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Iness.Web.Api;

/// <summary>
/// Describes the contract in the OpenAPI document. The reader and the writer work on bytes, so that nothing can be inferred from
/// types: the schemas are written here, and tests hold them against what the reader accepts and the writer gives.
/// </summary>
internal static class ContractDocument
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    public static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "Iness",
            Version = "1",
            Description = "Le dispositif INESS de la Région Hauts-de-France, interrogeable par un programme. L’évaluation, le préremplissage et le règlement se demandent sans clé ni compte, et rien n’en est conservé ; les dossiers se lisent avec un jeton d’accès. Toute erreur est un document application/problem+json (RFC 9457).",
            License = new() { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        // The address depends on where the portal runs; relative is right everywhere.
        document.Servers = [new() { Url = "/" }];
        document.AddComponent("AssessmentRequest", ContractSchemas.Request());
        document.AddComponent("Assessment", ContractSchemas.Answer());
        document.AddComponent("Regulation", ContractSchemas.Regulation());
        document.AddComponent("Prefill", ContractSchemas.Prefill());
        document.AddComponent("Problem", ContractSchemas.Problem());

        foreach (var path in document.Paths.Values)
        {
            foreach (var (method, operation) in path.Operations ?? [])
            {
                if (PartnersDocument.Concerns(operation)) continue;
                var asks = method == HttpMethod.Post;
                if (asks) operation.RequestBody = Body(document);
                operation.Responses = operation.OperationId switch
                {
                    "assess" => Responses(document, "Assessment", "L’évaluation.", 400, 413, 415, 429),
                    "prefill" => Responses(document, "Prefill", "Le lien, et la date à laquelle il expire.", 400, 413, 415, 429),
                    _ => Responses(document, "Regulation", "Le règlement en vigueur.", 400, 429),
                };
            }
        }

        return Task.CompletedTask;
    }

    private static OpenApiRequestBody Body(OpenApiDocument document) => new()
    {
        Required = true,
        Description = "Les faits. Un fait absent ou null est inconnu, jamais supposé. 1 Mio au plus.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Json] = new() { Schema = new OpenApiSchemaReference("AssessmentRequest", document), Example = JsonNode.Parse(ContractSchemas.RequestExample) },
        },
    };

    internal static OpenApiResponses Responses(OpenApiDocument document, string schema, string description, params int[] failures)
    {
        var responses = new OpenApiResponses { ["200"] = Response(document, description, Json, schema) };
        foreach (var status in failures) responses[$"{status}"] = Response(document, Describe(status), ProblemJson, "Problem");
        return responses;
    }

    private static OpenApiResponse Response(OpenApiDocument document, string description, string type, string schema) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [type] = new() { Schema = new OpenApiSchemaReference(schema, document) } },
    };

    private static string Describe(int status) => status switch
    {
        400 => "Entrée erronée : toutes les erreurs, par pointeur JSON.",
        401 => "Jeton absent, inconnu, expiré ou révoqué ; WWW-Authenticate dit lequel.",
        403 => "Ce jeton, ou le rôle de son titulaire, ne permet pas cette lecture.",
        404 => "Rien à cette adresse.",
        413 => "Corps de plus de 1 Mio.",
        415 => "Le corps n’est pas annoncé comme application/json.",
        _ => "Trop de demandes depuis cette adresse ; Retry-After dit dans combien de secondes réessayer.",
    };
}
