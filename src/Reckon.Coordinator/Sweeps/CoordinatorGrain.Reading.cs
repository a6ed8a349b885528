using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Stores;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Sweeps;

/// <summary>What clients read of a sweep. Outcomes and trees come from the store.</summary>
internal sealed partial class CoordinatorGrain
{
    private SweepKey Key => new(Id, _saved.Terms.SpecHash);

    /// <inheritdoc/>
    public Task<SweepStatus> GetStatusAsync() => Task.FromResult(Status());

    /// <inheritdoc/>
    public Task<SweepFigures> GetFiguresAsync()
    {
        var status = Status();
        return Task.FromResult(_open?.Figures(status) ?? new SweepFigures(status, [], 0, TimeSpan.Zero));
    }

    /// <inheritdoc/>
    public Task<SweepTerms?> GetTermsAsync() => Task.FromResult(State.Terms);

    /// <inheritdoc/>
    public async Task<ImmutableArray<string>> GetProblemIdsAsync() => State.Terms is null ? [] : [.. (await ProblemsAsync()).Ids];

    /// <inheritdoc/>
    public async Task<OutcomePage> GetOutcomesAsync(OutcomeCursor from)
    {
        if (State.Terms is not { } terms)
        {
            return new OutcomePage([], null);
        }

        var problems = (await ProblemsAsync()).Ids;
        var trials = _plans.Of(terms).Trials.Length;
        return await new OutcomePager(_records.Outcomes, new SweepKey(Id, terms.SpecHash), problems, trials).ReadAsync(from);
    }

    /// <inheritdoc/>
    public async Task<byte[]> GetTreesAsync(int place, CancellationToken cancellationToken = default)
    {
        var problems = await ProblemsAsync();
        return place >= 0 && place < problems.Ids.Length
            ? await _calls.TreesAsync(Assignment(problems, place), cancellationToken)
            : throw new KeyNotFoundException($"The sweep has {problems.Ids.Length} problems; their places begin with 0.");
    }

    /// <inheritdoc/>
    public Task<SweepDetails?> GetDetailsAsync() => Task.FromResult(
        State is { Terms: { } terms, Entry: { } entry } ? new SweepDetails(entry, terms, State.Problems, State.Manifest) : null);

    /// <inheritdoc/>
    public async Task<ImmutableArray<ProblemEntry>> GetProblemsAsync(int first, int most, bool withTrials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (State.Terms is null)
        {
            return [];
        }

        var problems = await ProblemsAsync();
        var places = Enumerable.Range(first, Math.Max(0, Math.Min(most, problems.Ids.Length - first)));
        return [.. await Task.WhenAll(places.Select(place => EntryAsync(problems, place, withTrials)))];
    }

    /// <inheritdoc/>
    public async Task<int> FindProblemAsync(string problemId) => ProblemLookup.Find((await ProblemsAsync()).Ids, problemId);

    private async Task<ProblemEntry> EntryAsync(SubmittedProblems problems, int place, bool withTrials)
    {
        var problem = problems[place];
        var outcomes = withTrials ? await _records.Outcomes.ReadAsync(Key, problem.Id) : [];
        var isWhole = withTrials && outcomes.Length == _plans.Of(_saved.Terms).Trials.Length;
        var phase = _open?.PhaseOf(place) ?? (isWhole ? ProblemPhase.Done : ProblemPhase.Waiting);
        return new ProblemEntry(place, problem, phase, [.. outcomes.Select(outcome => outcome.Trial)]);
    }

    private SweepStatus Status()
    {
        var status = _open?.Status(State.Phase)
            ?? (State.Last is { } last ? last with { Phase = State.Phase } : new SweepStatus(State.Phase, 0, 0, 0, [], [], 0, 0, 0, 0));
        return status with
        {
            SpecHash = State.Terms?.SpecHash ?? "",
            Window = State.Phase == SweepPhase.Running ? _open?.Window(AdmissionTerms) ?? 0 : 0,
            Priority = State.Entry?.Priority ?? 0,
            StoreFault = _storeFault,
            DeviceSeconds = State.DeviceSeconds,
            ServerUsage = State.ServerUsage,
        };
    }
}
