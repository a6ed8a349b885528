namespace Reckon.Inference.Folders;

/// <summary>A file beside the model's, in which it keeps weights.</summary>
/// <param name="File">Its name, in the same folder.</param>
/// <param name="Sha256">Of its contents, in hexadecimal.</param>
public sealed record DataFile(string File, string Sha256);
