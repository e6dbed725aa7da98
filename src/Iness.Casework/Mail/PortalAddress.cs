namespace Iness.Casework.Mail;

/// <summary>
/// The address of the portal, for links in mails and letters. It is never taken from a request: the host that a visitor claims would end
/// up in somebody else's mail.
/// </summary>
/// <param name="root">Reads the root, such as « https://iness.hautsdefrance.fr ».</param>
public sealed class PortalAddress(Func<string> root)
{
    /// <summary>The full address of a page.</summary>
    /// <param name="path">Its path, from « / ».</param>
    public string Of(string path) => root().TrimEnd('/') + path;
}
