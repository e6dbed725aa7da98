using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Iness.Casework.Mail;

/// <summary>Whether the SMTP server is who it says: the machine's authorities, and the private one of the settings. Never a wrong name.</summary>
internal sealed class SmtpTrust(string? authorityFile) : IDisposable
{
    private readonly X509Certificate2? authority = authorityFile is { Length: > 0 } ? X509CertificateLoader.LoadCertificateFromFile(authorityFile) : null;

    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || authority is null || certificate is not X509Certificate2 server) return false;

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.Add(authority);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>()) own.ChainPolicy.ExtraStore.Add(element.Certificate);
        return own.Build(server);
    }

    public void Dispose() => authority?.Dispose();
}
