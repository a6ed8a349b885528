using Reckon.Inference.Judging;

namespace Reckon.Inference.Folders;

/// <summary>What a folder as an exporter wrote it holds besides its texts.</summary>
/// <param name="Descriptor">The model; how it is asked is not in it yet.</param>
/// <param name="Layout">How a published verifier is asked; null for a proposer.</param>
/// <param name="Remote">The server that runs it; null where it runs here.</param>
internal sealed record PlainModel(ModelDescriptor Descriptor, VerifierLayout? Layout, RemoteEndpoint? Remote);
