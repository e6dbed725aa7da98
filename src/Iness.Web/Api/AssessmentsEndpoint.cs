using System.Buffers;
using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Web.Api;

/// <summary><c>POST /api/v1/assessments</c>: facts in, verdict, findings, cost lines and aid out. Nothing is kept.</summary>
internal static class AssessmentsEndpoint
{
    /// <summary>A request is a few kilobytes; 1 MiB holds thousands of cost lines.</summary>
    public const int LargestBody = 1024 * 1024;

    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        Map(routes);
        // Static files answer GET anywhere, which hides from routing that this address only takes POST.
        routes.MapMethods("/assessments", [HttpMethods.Get, HttpMethods.Head], (HttpResponse response) =>
        {
            response.Headers.Allow = HttpMethods.Post;
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }).ExcludeFromDescription();
    }

    private static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/assessments", AssessAsync)
        .WithName("assess")
        .WithTags("Évaluation")
        .WithSummary("Évalue une demande")
        .WithDescription("Rend le verdict, chaque disposition avec sa raison, le montant retenu de chaque dépense et l’aide. Une demande non éligible est une réponse comme une autre (200). Rien n’est conservé.");

    private static async Task<IResult> AssessAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        if (!http.HasJsonContentType()) return Problems.NotJson();
        if (http.ContentLength > LargestBody) return Problems.TooLarge(LargestBody);

        var errors = new List<InputError>();
        AssessmentRequest? request;
        while (true)
        {
            var read = await http.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > LargestBody) return Problems.TooLarge(LargestBody);
            if (!read.IsCompleted)
            {
                http.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            request = Read(read.Buffer, errors);
            http.BodyReader.AdvanceTo(read.Buffer.End);
            break;
        }

        return request is null ? Problems.Errors(errors) : new Answer(EligibilityAssessment.Assess(request));
    }

    private static AssessmentRequest? Read(in ReadOnlySequence<byte> body, List<InputError> errors)
    {
        if (body.IsSingleSegment) return AssessmentRequestReader.Read(body.FirstSpan, errors);
        var length = (int)body.Length;
        var joined = ArrayPool<byte>.Shared.Rent(length);
        body.CopyTo(joined);
        var request = AssessmentRequestReader.Read(joined.AsSpan(0, length), errors);
        ArrayPool<byte>.Shared.Return(joined);
        return request;
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
