using Iness.Regulation;

namespace Iness.Web.Api;

/// <summary><c>POST /api/v1/assessments</c>: facts in, verdict, findings, cost lines and aid out. Nothing is kept.</summary>
internal static class AssessmentsEndpoint
{
    public static void MapAssessments(this IEndpointRouteBuilder routes) => routes
        .MapPostOnly("/assessments", AssessAsync)
        .WithName("assess")
        .WithTags("Évaluation")
        .WithSummary("Évalue une demande")
        .WithDescription("Rend le verdict, chaque disposition avec sa raison, le montant retenu de chaque dépense et l’aide. Une demande non éligible est une réponse comme une autre (200). Rien n’est conservé.");

    private static async Task<IResult> AssessAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        var (request, failure) = await RequestBody.ReadAsync(http, cancellationToken);
        return request is null ? failure! : new Answer(EligibilityAssessment.Assess(request));
    }

    /// <summary>Writes the answer into the response in one piece: its length is known, and nothing of it is ever a string.</summary>
    private sealed class Answer(Assessment assessment) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "application/json; charset=utf-8";
            using var answer = PooledAnswer.Of(assessment);
            response.ContentLength = answer.Utf8.Length;
            await response.BodyWriter.WriteAsync(answer.Utf8, httpContext.RequestAborted);
        }
    }
}
