using System.Collections.Immutable;

namespace Reckon.System.Tests.Stores;

/// <summary>How a Redis of a test is set up.</summary>
internal sealed record RedisSetup
{
    /// <summary>Whether it keeps what it holds in an append-only file.</summary>
    public bool IsKept { get; init; }

    /// <summary>Where that file is; null for a folder of its own.</summary>
    public string? Folder { get; init; }

    /// <summary>The program's further options.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>The hash of its certificate, if it listens for TLS alone; else null.</summary>
    public string? CertificateHash { get; init; }

    /// <summary>Whether it listens for TLS alone.</summary>
    public bool IsSecured => CertificateHash is not null;

    /// <summary>What its clients have to say beside its address, such as <c>,password=secret</c>.</summary>
    public string ClientOptions { get; init; } = "";
}
