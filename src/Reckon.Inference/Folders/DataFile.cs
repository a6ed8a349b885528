namespace Reckon.Inference.Folders;

/// <summary>A file next to the model's that holds weights.</summary>
/// <param name="File">Its name, in the same folder.</param>
/// <param name="Sha256">Of its contents, in hexadecimal.</param>
public sealed record DataFile(string File, string Sha256);
