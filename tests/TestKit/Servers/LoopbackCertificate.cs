using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Iness.TestKit.Servers;

/// <summary>A certificate for loopback that nobody vouches for but itself.</summary>
/// <param name="Pem">The certificate.</param>
/// <param name="Key">Its private key.</param>
public sealed record LoopbackCertificate(string Pem, string Key)
{
    /// <summary>Makes one, for loopback or for another name.</summary>
    public static LoopbackCertificate Create(string? otherName = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={otherName ?? "loopback"}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (otherName is null) names.AddIpAddress(IPAddress.Loopback);
        else names.AddDnsName(otherName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        return new(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
