namespace Iness.Web.Simulation;

/// <summary>What is said, once, when the register could not fill anything in. It travels beside the state, not in it.</summary>
internal static class RegisterNews
{
    public const string Parameter = "annuaire";
    public const string Nothing = "inconnu";
    public const string Unavailable = "muet";

    public static string? InWords(string? news) => news switch
    {
        Nothing => "L’Annuaire des entreprises ne connaît pas ce numéro, ou la structure s’oppose à la diffusion de ses données. Répondez simplement aux questions.",
        Unavailable => "L’Annuaire des entreprises ne répond pas pour l’instant. Répondez simplement aux questions.",
        _ => null,
    };
}
