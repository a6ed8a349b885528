namespace Reckon.Inference.Folders;

/// <summary>Tokens that a server counted.</summary>
/// <param name="Prompt">Those that it was sent.</param>
/// <param name="Cached">Of those, the ones that it had read before.</param>
/// <param name="Generated">Those that it wrote.</param>
public readonly record struct RemoteUsage(long Prompt, long Cached, long Generated);
