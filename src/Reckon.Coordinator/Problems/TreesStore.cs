using Orleans.Storage;
using Reckon.Evaluation.Documents;
using Reckon.Grading;

namespace Reckon.Coordinator.Problems;

/// <summary>Keeps the trees of one problem, in the store and nowhere else.</summary>
internal sealed class TreesStore(IGrainStorage store, GrainId problem)
{
    private const string StateName = "trees";

    private readonly GrainState<TreesState> _saved = new(new TreesState());

    /// <summary>The trees of the sweep with this hash, written and graded as the program does now; null when there are none.</summary>
    public async Task<byte[]?> ReadAsync(string specHash)
    {
        await store.ReadStateAsync(StateName, problem, _saved);
        return _saved.State is { Trees: { } trees } state && state.IsOf(specHash) ? trees : null;
    }

    /// <summary>Saves the trees of the sweep with this hash.</summary>
    public Task WriteAsync(string specHash, byte[] trees)
    {
        _saved.State = new TreesState
        {
            SpecHash = specHash,
            GradingVersion = GradingVersion.Current,
            Form = ProblemTreesJson.Form,
            Trees = trees,
        };
        return store.WriteStateAsync(StateName, problem, _saved);
    }
}
