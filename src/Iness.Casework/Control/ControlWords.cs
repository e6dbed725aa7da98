namespace Iness.Casework.Control;

/// <summary>The French words of controls, the same on every page.</summary>
public static class ControlWords
{
    /// <summary>Why a file is controlled.</summary>
    public static string InFrench(this ControlOrigin origin) => origin switch
    {
        ControlOrigin.Sample => "tirage au sort",
        ControlOrigin.Risk => "règle de risque",
        ControlOrigin.Chosen => "choix d'un agent",
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "This origin has no name."),
    };

    /// <summary>Where it is made.</summary>
    public static string InFrench(this ControlPlace place) => place switch
    {
        ControlPlace.Desk => "sur pièces",
        ControlPlace.OnSite => "sur place",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "This place has no name."),
    };

    /// <summary>What it came to.</summary>
    public static string InFrench(this ControlOutcome outcome) => outcome switch
    {
        ControlOutcome.Compliant => "conforme",
        ControlOutcome.Corrected => "écart corrigé",
        ControlOutcome.Irregular => "irrégularité",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This outcome has no name."),
    };
}
