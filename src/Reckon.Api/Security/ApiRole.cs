namespace Reckon.Api.Security;

/// <summary>What a caller may do. A role may do what those before it may.</summary>
public enum ApiRole
{
    /// <summary>May read.</summary>
    Viewer,

    /// <summary>May submit sweeps and change what runs.</summary>
    Operator,
}
