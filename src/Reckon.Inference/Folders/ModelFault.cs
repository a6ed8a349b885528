namespace Reckon.Inference.Folders;

/// <summary>One thing that is wrong with a model's folder, or with opening it.</summary>
/// <param name="File">The file at fault.</param>
/// <param name="Expected">What was expected there.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ModelFault(string File, string Expected, string Remedy)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: expected {Expected}. {Remedy}";
}
