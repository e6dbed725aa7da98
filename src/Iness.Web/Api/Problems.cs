using Iness.Casework.Assessments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Api;

/// <summary>Failures as problem details (RFC 9457), in French.</summary>
internal static class Problems
{
    public static void InFrench(ProblemDetails problem) => problem.Title = problem.Status switch
    {
        400 => "Demande erronée",
        401 => "Jeton d’accès attendu",
        403 => "Accès refusé",
        404 => "Adresse inconnue",
        405 => "Méthode non acceptée à cette adresse",
        413 => "Demande trop volumineuse",
        415 => "Type de contenu non accepté",
        429 => "Trop de demandes",
        _ => "Erreur du serveur",
    };

    /// <summary>Every error of a request, keyed by the JSON pointer of the value at fault.</summary>
    public static ValidationProblem Errors(IEnumerable<InputError> errors) => TypedResults.ValidationProblem(
        errors.GroupBy(error => error.Pointer).ToDictionary(group => group.Key, group => group.Select(error => error.Message).ToArray()),
        detail: "Corrigez les valeurs désignées par leur pointeur JSON.");

    public static ProblemHttpResult NotKnown(string detail) => Problem(StatusCodes.Status401Unauthorized, detail);

    public static ProblemHttpResult NotAllowed(string detail) => Problem(StatusCodes.Status403Forbidden, detail);

    public static ProblemHttpResult NotFound(string detail) => Problem(StatusCodes.Status404NotFound, detail);

    public static ProblemHttpResult TooLarge(int most) => Problem(StatusCodes.Status413PayloadTooLarge, $"Le corps de la demande est limité à {most / 1024} Kio.");

    public static ProblemHttpResult NotJson() => Problem(StatusCodes.Status415UnsupportedMediaType, "Content-Type: application/json est attendu.");

    public static ProblemHttpResult TooMany(int seconds) => Problem(StatusCodes.Status429TooManyRequests, $"Réessayez dans {seconds} s.");

    private static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
