using Iness.Casework.Mail;
using Iness.Web.Applying;
using Iness.Web.Simulation;

namespace Iness.Web.Api;

/// <summary><c>POST /api/v1/prefills</c>: facts in, a link out that starts an application with them. Nothing is kept: the facts travel in the link.</summary>
internal static class PrefillsEndpoint
{
    public static void MapPrefills(this IEndpointRouteBuilder routes) => routes
        .MapPostOnly("/prefills", PrefillAsync)
        .WithName("prefill")
        .WithTags("Préremplissage")
        .WithSummary("Prépare un lien de demande préremplie")
        .WithDescription(
            "Pour un partenaire qui connaît déjà la structure ou son projet : rend un lien qui ouvre une demande remplie de ces faits, que la personne relit et corrige. "
            + $"Les faits voyagent scellés dans le lien ; rien n’est conservé, et il ne contient aucune donnée sur une personne. Il expire après {PrefillLink.Lifetime.Days} jours. "
            + "La date de création de la demande est celle du jour où la personne la crée : « createdOn » n’y change rien.");

    private static async Task<IResult> PrefillAsync(HttpRequest http, PrefillLink prefills, PortalAddress portal, TimeProvider time, CancellationToken cancellationToken)
    {
        var (request, failure) = await RequestBody.ReadAsync(http, cancellationToken);
        if (request is null) return failure!;
        return prefills.Write(new SimulationState { Request = request with { CreatedOn = time.Today() } }) is { } link
            ? Results.Ok(new Prefill(portal.Of($"/demandes/nouvelle?p={link.Parameter}"), link.ExpiresAt))
            : Problems.Errors([new("/project/costs", "Ces faits sont trop longs pour tenir dans un lien : réduisez le nombre de dépenses ou leurs libellés.")]);
    }

    /// <param name="Url">The link to give to the person.</param>
    /// <param name="ExpiresAt">When it stops working.</param>
    private sealed record Prefill(string Url, DateTimeOffset ExpiresAt);
}
