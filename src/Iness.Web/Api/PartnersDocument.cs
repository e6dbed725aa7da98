using System.Text.Json.Nodes;
using Iness.Casework.Partners;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Iness.Web.Api;

/// <summary>Describes in the OpenAPI document what is read with a token; tests hold the schemas against what the writer gives.</summary>
internal static class PartnersDocument
{
    private const string Scheme = "accessToken";

    /// <summary>The operations described here.</summary>
    public static bool Concerns(OpenApiOperation operation) => operation.OperationId is "applications" or "application";

    public static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.AddComponent(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = $"Jeton d’accès personnel, créé à /compte/jetons par un agent de la Région. Accès possibles : {string.Join(", ", TokenScope.All.Select(scope => $"{scope.Name} ({scope.Title.ToLowerInvariant()})"))}.",
        });
        document.AddComponent("Application", PartnersSchemas.Application(hasHistory: false));
        document.AddComponent("ApplicationWithHistory", PartnersSchemas.Application(hasHistory: true));
        document.AddComponent("ApplicationPage", PartnersSchemas.Page(new OpenApiSchemaReference("Application", document)));
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(pair => pair.Value).Where(Concerns))
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            var isList = operation.OperationId == "applications";
            operation.Parameters = isList ? [.. PartnersSchemas.Parameters()] : [PartnersSchemas.Number()];
            operation.Parameters.Add(PartnersSchemas.KnownTag());
            operation.Responses = isList
                ? ContractDocument.Responses(document, "ApplicationPage", "Une page.", 400, 401, 403, 429)
                : ContractDocument.Responses(document, "ApplicationWithHistory", "Le dossier.", 401, 403, 404, 429);
            if (operation.Responses["200"] is OpenApiResponse answer)
            {
                answer.Headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = new OpenApiHeader { Description = "Marque de cette réponse, à redonner en If-None-Match.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } } };
                ((OpenApiMediaType)answer.Content!["application/json"]).Example = JsonNode.Parse(isList ? PartnersSchemas.PageExample : PartnersSchemas.ApplicationExample);
            }

            operation.Responses["304"] = new OpenApiResponse { Description = "La réponse est celle dont If-None-Match donne la marque." };
        }

        return Task.CompletedTask;
    }
}
