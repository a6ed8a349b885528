using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>What a worker is asked to draw.</summary>
/// <param name="Request">The children.</param>
/// <param name="VerifierPool">The pool of the verifier that is to judge them where they were drawn, if it is there; null for none.</param>
internal sealed record DrawRequest(ExpandRequest Request, string? VerifierPool);
