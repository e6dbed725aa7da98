namespace Iness.Web.Accounts.ProConnect;

/// <summary>Configuration section « ProConnect ».</summary>
public sealed class ProConnectOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "ProConnect";

    /// <summary>Whether people can sign in with ProConnect.</summary>
    public bool Enabled { get; set; }

    /// <summary>Issuer, as « https://auth.agentconnect.gouv.fr/api/v2 ».</summary>
    public Uri? Authority { get; set; }

    /// <summary>Identifier of this portal at ProConnect.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Secret of this portal.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Levels of identification asked for, separated by spaces; a lower one is refused. Empty: any will do.</summary>
    public string AcrValues { get; set; } = "eidas1";

    /// <summary>Whether the settings are enough to sign anybody in.</summary>
    internal bool AreComplete => !Enabled
        || (Authority is { IsAbsoluteUri: true } authority && (authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback) && ClientId.Length > 0 && ClientSecret.Length > 0);

    /// <summary>Whether a level is one of those asked for, or a higher one of the same scale.</summary>
    internal bool Accepts(string? level)
    {
        var asked = AcrValues.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return asked is [] || (level is not null && asked.Any(one => one == level || (Rank(one) is { } least && Rank(level) >= least)));
    }

    private static int? Rank(string level) => level switch
    {
        "eidas1" => 1,
        "eidas2" => 2,
        "eidas3" => 3,
        _ => null,
    };
}
