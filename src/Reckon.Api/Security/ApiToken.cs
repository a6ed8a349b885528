using System.Security.Cryptography;
using System.Text;

namespace Reckon.Api.Security;

/// <summary>Who may call, without the secret itself.</summary>
/// <param name="Name">Who it is, as events record it.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Digest">SHA-256 of the secret.</param>
public sealed record ApiToken(string Name, ApiRole Role, byte[] Digest)
{
    /// <summary>The digest of a secret.</summary>
    public static byte[] DigestOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether <paramref name="digest"/> is that of its secret. Takes as long for any two.</summary>
    public bool Matches(byte[] digest) => CryptographicOperations.FixedTimeEquals(Digest, digest);
}
