using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Reckon.Testing;

namespace Reckon.System.Tests.Stores;

/// <summary>A certificate for a server on this machine, that nobody has signed but itself.</summary>
internal sealed class RedisCertificate
{
    private const int KeyBits = 2_048;

    public RedisCertificate(TempFolder folder)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=redis of a test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        (Path, KeyPath, Hash) = (folder.File("redis.crt"), folder.File("redis.key"), certificate.GetCertHashString());
        File.WriteAllText(Path, certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The certificate's file.</summary>
    public string Path { get; }

    /// <summary>The file of its key.</summary>
    public string KeyPath { get; }

    /// <summary>What tells it from others.</summary>
    public string Hash { get; }
}
