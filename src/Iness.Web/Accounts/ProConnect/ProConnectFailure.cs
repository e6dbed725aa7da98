namespace Iness.Web.Accounts.ProConnect;

/// <summary>Why somebody comes back from ProConnect without having signed in. Travels to the sign-in page as a word of its address.</summary>
public sealed record ProConnectFailure
{
    /// <summary>Parameter of the sign-in page's address.</summary>
    public const string Parameter = "proconnect";

    /// <summary>The sign-in page.</summary>
    public const string SignInPage = "/connexion";

    private ProConnectFailure(string code, string sentence)
    {
        Code = code;
        Sentence = sentence;
    }

    /// <summary>The person gave up.</summary>
    public static ProConnectFailure Cancelled { get; } = new("annulee", "Vous avez annulé la connexion avec ProConnect.");

    /// <summary>Too late, or twice, or from another browser.</summary>
    public static ProConnectFailure Expired { get; } = new("expiree", "La connexion avec ProConnect a expiré. Recommencez.");

    /// <summary>ProConnect does not answer.</summary>
    public static ProConnectFailure Unavailable { get; } =
        new("indisponible", "ProConnect ne répond pas. Réessayez plus tard, ou connectez-vous avec votre adresse électronique et votre mot de passe.");

    /// <summary>The person was not identified as surely as was asked.</summary>
    public static ProConnectFailure LevelTooLow { get; } =
        new("niveau", "Votre compte ProConnect ne donne pas un niveau de garantie suffisant. Connectez-vous avec un autre compte.");

    /// <summary>Something that an account cannot do without is missing.</summary>
    public static ProConnectFailure Incomplete { get; } =
        new("incomplete", "ProConnect n’a pas transmis votre adresse électronique. Connectez-vous avec votre adresse électronique et votre mot de passe.");

    /// <summary>The answer cannot be trusted, or is an error.</summary>
    public static ProConnectFailure Failed { get; } =
        new("echec", "La connexion avec ProConnect a échoué. Réessayez, ou connectez-vous avec votre adresse électronique et votre mot de passe.");

    /// <summary>The address is that of an account that was never opened with ProConnect: its owner must show, once, that it is theirs.</summary>
    public static ProConnectFailure AccountExists { get; } =
        new("compte", "Un compte Iness existe déjà à l’adresse électronique de votre compte ProConnect. Connectez-vous une dernière fois avec votre mot de passe : ProConnect suffira ensuite.");

    private static IReadOnlyList<ProConnectFailure> All { get; } = [Cancelled, Expired, Unavailable, LevelTooLow, Incomplete, Failed, AccountExists];

    /// <summary>The word in the address.</summary>
    public string Code { get; }

    /// <summary>The sentence on the page.</summary>
    public string Sentence { get; }

    /// <summary>Where the person is led.</summary>
    internal string Address => $"{SignInPage}?{Parameter}={Code}";

    /// <summary>The failure that a word of the address names; null when it names none.</summary>
    public static ProConnectFailure? Find(string? code) => All.FirstOrDefault(failure => failure.Code == code);
}

/// <summary>An answer of the provider that signs nobody in.</summary>
internal sealed class ProConnectException(ProConnectFailure failure, string message, Exception? cause = null) : Exception(message, cause)
{
    public ProConnectFailure Failure => failure;
}
