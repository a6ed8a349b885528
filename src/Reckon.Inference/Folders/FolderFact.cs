namespace Reckon.Inference.Folders;

/// <summary>Something that was found out about a model, and where.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">As it is shown.</param>
/// <param name="Source">The file, or "assumed".</param>
public sealed record FolderFact(string Name, string Value, string Source);
