using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Iness.Casework.Partners;
using Iness.Casework.Partners.Reading;
using Iness.Casework.Rights;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Iness.Web.Api;

/// <summary><c>GET /api/v1/applications</c> and one by its number: the filed applications, for whoever shows a token.</summary>
internal static class ApplicationsEndpoint
{
    private const int TagBytes = 16;

    public static void MapApplications(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/applications", ListAsync)
            .RequireAuthorization(TokenScheme.Needs(Right.UseApi))
            .WithName("applications")
            .WithTags("Dossiers")
            .WithSummary("Parcourt les dossiers déposés")
            .WithDescription(
                "Rend une page de dossiers, dans l’ordre de leur dépôt. Chaque page se termine par « next », à donner en « after » pour lire la suivante ; null sur la dernière. "
                + "Ce que les accès du jeton, ou le rôle de son titulaire, ne couvrent pas est absent. Aucune donnée sur une personne : ni contact, ni agent ; le nom, le SIREN et le SIRET d’un demandeur qui n’est pas une personne morale sont null.");
        routes.MapGet("/applications/{number}", OneAsync)
            .RequireAuthorization(TokenScheme.Needs(Right.UseApi))
            .WithName("application")
            .WithTags("Dossiers")
            .WithSummary("Lit un dossier déposé")
            .WithDescription("Rend le dossier de ce numéro, avec ses étapes.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, ReadApplications read)
    {
        var scopes = http.Features.GetRequiredFeature<TokenBearer>().Scopes;
        if (ScopeMissing(scopes) is { } refused) return refused;
        var query = new ApplicationsQuery(http.Request.Query);
        if (query.Errors.Count > 0) return Problems.Errors(query.Errors);
        if (query.Filter.IsDecided is not null && !scopes.Contains(TokenScope.Decisions)) return NotInScope(TokenScope.Decisions);
        var page = await read.PageAsync(query.Filter, query.After, query.Limit, http.RequestAborted);
        return new Answer(writer => ApplicationWriter.Write(writer, page, scopes));
    }

    private static async Task<IResult> OneAsync(string number, HttpContext http, ReadApplications read)
    {
        var scopes = http.Features.GetRequiredFeature<TokenBearer>().Scopes;
        if (ScopeMissing(scopes) is { } refused) return refused;
        return await read.FindAsync(number, http.RequestAborted) is { } found
            ? new Answer(writer => ApplicationWriter.Write(writer, found.Application, found.Steps, scopes))
            : Problems.NotFound("Aucun dossier déposé ne porte ce numéro.");
    }

    private static ProblemHttpResult? ScopeMissing(IReadOnlyList<TokenScope> scopes) => scopes.Contains(TokenScope.Applications) ? null : NotInScope(TokenScope.Applications);

    private static ProblemHttpResult NotInScope(TokenScope scope) => Problems.NotAllowed($"Ce jeton n'a pas, ou n'a plus, l'accès « {scope.Name} ».");

    /// <summary>An answer with its mark: a program that has it already is told so instead of being sent it again.</summary>
    private sealed class Answer(Action<Utf8JsonWriter> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, ApplicationWriter.Options)) write(writer);
            var tag = new EntityTagHeaderValue($"\"{WebEncoders.Base64UrlEncode(SHA256.HashData(buffer.WrittenSpan).AsSpan(0, TagBytes))}\"");
            var response = httpContext.Response;
            response.GetTypedHeaders().ETag = tag;
            // Kept by nobody else; kept by the program, to be asked about again.
            response.Headers.CacheControl = "private, no-cache";
            response.Headers.Vary = HeaderNames.Authorization;
            if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = buffer.WrittenCount;
            await response.BodyWriter.WriteAsync(buffer.WrittenMemory, httpContext.RequestAborted);
        }
    }
}
