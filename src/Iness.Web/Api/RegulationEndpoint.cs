using System.Globalization;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Regulation;

namespace Iness.Web.Api;

/// <summary><c>GET /api/v1/regulation</c>: the provisions and parameters in force on a day.</summary>
internal static class RegulationEndpoint
{
    public static void MapRegulation(this IEndpointRouteBuilder routes) => routes
        .MapGet("/regulation", Read)
        .WithName("regulation")
        .WithTags("Règlement")
        .WithSummary("Lit le règlement en vigueur")
        .WithDescription("Rend les dispositions et les paramètres en vigueur un jour donné (paramètre on, AAAA-MM-JJ), aujourd’hui par défaut.");

    private static IResult Read(TimeProvider time, string? on = null)
    {
        var day = time.Today();
        if (on is not null && !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return Problems.Errors([new("on", "date impossible ou mal écrite : AAAA-MM-JJ est attendu.")]);
        if (day < SchemeParameters.Of2021.EffectiveFrom)
            return Problems.Errors([new("on", $"le dispositif n'existe que depuis le {French.Date(SchemeParameters.Of2021.EffectiveFrom)}.")]);

        var document = new MemoryStream();
        using (var writer = new Utf8JsonWriter(document, AssessmentAnswerWriter.Options)) new RegulationInForce(day).Write(writer);
        return Results.Bytes(document.ToArray(), "application/json; charset=utf-8");
    }
}
