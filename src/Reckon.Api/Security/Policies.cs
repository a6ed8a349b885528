namespace Reckon.Api.Security;

/// <summary>What an endpoint asks of its callers.</summary>
internal static class Policies
{
    /// <summary>Callers may read.</summary>
    public const string Read = "read";

    /// <summary>Callers may change what runs.</summary>
    public const string Operate = "operate";
}
