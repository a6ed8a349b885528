using System.Collections.Immutable;

namespace Reckon.Inference.Folders;

/// <summary>Collects faults, so that all are reported at once.</summary>
internal sealed class FaultList
{
    private readonly List<ModelFault> _faults = [];

    public int Count => _faults.Count;

    public void Add(string file, string expected, string remedy) => _faults.Add(new ModelFault(file, expected, remedy));

    /// <exception cref="ModelLoadException">There are faults.</exception>
    public void ThrowIfAny(string folder)
    {
        if (_faults.Count > 0)
        {
            throw new ModelLoadException(folder, [.. _faults.ToImmutableArray().Distinct()]);
        }
    }
}
