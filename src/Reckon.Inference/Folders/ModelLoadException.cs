using System.Collections.Immutable;

namespace Reckon.Inference.Folders;

/// <summary>
/// A model cannot be opened. Nothing was started. Trying again helps only after <see cref="Faults"/> have been corrected.
/// </summary>
public sealed class ModelLoadException(string folder, ImmutableArray<ModelFault> faults, Exception? cause = null)
    : Exception($"The model in '{folder}' cannot be opened:\n{string.Join('\n', faults.Select(fault => $"  {fault}"))}", cause)
{
    /// <summary>The model's folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>All that is wrong; at least one.</summary>
    public ImmutableArray<ModelFault> Faults { get; } = faults;
}
