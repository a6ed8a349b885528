using System.Collections.Immutable;

namespace Reckon.Inference.Folders;

/// <summary>Collects faults, so that all are reported at once.</summary>
internal sealed class FaultList
{
    private readonly List<ModelFault> _faults = [];

    public int Count => _faults.Count;

    public void Add(string file, string expected, string remedy) => _faults.Add(new ModelFault(file, expected, remedy));

    /// <summary>A part of a tokenizer is of a type that this version does not know.</summary>
    public void AddUnknownType(string file, string part, string[] known, string? type) => Add(
        file,
        $"'{part}' of a known type ({(known.Length == 0 ? "none" : string.Join(", ", known))}), not '{type}'",
        "Convert the tokenizer, or add the component to Reckon.Inference.");

    /// <exception cref="ModelLoadException">There are faults.</exception>
    public void ThrowIfAny(string folder)
    {
        if (_faults.Count > 0)
        {
            throw new ModelLoadException(folder, [.. _faults.ToImmutableArray().Distinct()]);
        }
    }
}
