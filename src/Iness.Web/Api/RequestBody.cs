using System.Buffers;
using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Web.Api;

/// <summary>Reads the facts that a program posts, from the bytes as they come.</summary>
internal static class RequestBody
{
    /// <summary>A request is a few kilobytes; 1 MiB holds thousands of cost lines.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>An address that only takes POST.</summary>
    public static RouteHandlerBuilder MapPostOnly(this IEndpointRouteBuilder routes, string path, Delegate handler)
    {
        // Static files answer GET anywhere, which hides from routing that this address only takes POST.
        routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpResponse response) =>
        {
            response.Headers.Allow = HttpMethods.Post;
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }).ExcludeFromDescription();
        return routes.MapPost(path, handler);
    }

    /// <summary>The facts, or the answer that says why they cannot be read.</summary>
    public static async Task<(AssessmentRequest? Request, IResult? Failure)> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        if (!http.HasJsonContentType()) return (null, Problems.NotJson());
        if (http.ContentLength > Largest) return (null, Problems.TooLarge(Largest));

        var errors = new List<InputError>();
        while (true)
        {
            var read = await http.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > Largest) return (null, Problems.TooLarge(Largest));
            if (!read.IsCompleted)
            {
                http.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var request = Read(read.Buffer, errors);
            http.BodyReader.AdvanceTo(read.Buffer.End);
            return request is null ? (null, Problems.Errors(errors)) : (request, null);
        }
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
}
