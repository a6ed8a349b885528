namespace Reckon.Inference.Folders;

/// <summary>The identity of a model in another folder, which a server runs too: workers of both serve one pool.</summary>
/// <param name="Version">That folder's version.</param>
/// <param name="Sha256">Of its weights.</param>
/// <param name="Fingerprint">Of all that decides what it writes.</param>
internal sealed record SameModel(string Version, string Sha256, string Fingerprint);
