using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Stores;

namespace Reckon.Coordinator.Sweeps;

/// <summary>A coordinator's state and its entry in the list of sweeps, which change together.</summary>
internal sealed class SavedSweep(string sweepId, IPersistentState<SweepState> saved, SweepRecords records) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1); // Calls interleave, and of two writes of one version the second fails.
    private bool _wasLost; // The store has what was saved since, and nothing else.

    /// <summary>What was saved, and what is to be.</summary>
    public SweepState State => saved.State;

    /// <summary>The sweep's terms.</summary>
    /// <exception cref="InvalidOperationException">There is no sweep.</exception>
    public SweepTerms Terms => State.Terms ?? throw new InvalidOperationException($"No sweep '{sweepId}' has been submitted.");

    /// <summary>Saves the state. Where the store has lost the one that it is to replace, it is written anew.</summary>
    public async Task SaveAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await saved.WriteStateAsync();
        }
        catch
        {
            // A version that does not fit is another activation's, unless nothing is there: stores differ in what they throw for that.
            if (!await TrySaveAnewAsync())
            {
                throw;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Saves the sweep as <paramref name="start"/> has it, with the name <paramref name="name"/>, as one that runs.</summary>
    public async Task SaveStartAsync(SweepStart start, string name)
    {
        var before = (State.Terms, State.Problems, State.Admitted, State.Elapsed, State.BilledBefore, State.Last, State.Manifest);
        if (State.Terms?.SpecHash != start.Terms.SpecHash)
        {
            // Of the sweep that this one adds to.
            (State.Admitted, State.Elapsed, State.BilledBefore, State.Last) = (0, TimeSpan.Zero, State.ServerUsage.Money, null);
        }

        (State.Terms, State.Problems, State.Manifest) = (start.Terms, start.Problems, start.Manifest);
        try
        {
            await SaveEntryAsync(EntryOf(start, name));
        }
        catch
        {
            (State.Terms, State.Problems, State.Admitted, State.Elapsed, State.BilledBefore, State.Last, State.Manifest) = before; // Else a repeated start would find it done.
            throw;
        }
    }

    /// <summary>Saves another phase. One that could not be saved is none.</summary>
    public Task SavePhaseAsync(SweepPhase phase)
    {
        DateTimeOffset? ended = phase is SweepPhase.Finished or SweepPhase.Cancelled ? records.Now : null;
        return SaveEntryAsync(State.Entry! with { Phase = phase, Ended = ended });
    }

    /// <summary>Saves another window and another priority.</summary>
    public Task SaveTuningAsync(SweepEntry tuned) => SaveEntryAsync(State.Entry! with { Window = tuned.Window, Priority = tuned.Priority });

    /// <summary>
    /// Whether the store has lost the sweep, as one does that was emptied; if it has, writes it again in a new epoch. What it had finished
    /// is lost unless it is found: all problems have to look again.
    /// </summary>
    public async Task<bool> RewriteIfLostAsync(SubmittedProblems problems)
    {
        if (!_wasLost && await records.Index.HasAsync(sweepId))
        {
            return false;
        }

        await records.RewriteProblemsAsync(sweepId, Terms, problems);
        State.Epoch++;
        await SaveAsync();
        await records.RecordAsync(sweepId, SweepEventKind.Rewritten, new SweepOrder("coordinator", "the store had lost the sweep"));
        await records.Index.SetAsync(State.Entry!);
        _wasLost = false;
        return true;
    }

    /// <summary>Deletes both.</summary>
    public async Task DeleteAsync()
    {
        await saved.ClearStateAsync();
        await records.Index.RemoveAsync(sweepId);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private SweepEntry EntryOf(SweepStart start, string name) =>
        new(sweepId, name, start.Terms.SpecHash, SweepPhase.Running, State.Entry?.Created ?? records.Now)
        {
            Priority = start.Priority,
            KeepFor = start.KeepFor,
            Window = State.Entry?.Window,
        };

    // Reading takes the place of the state and of its version, which is none where nothing is there.
    private async Task<bool> TrySaveAnewAsync()
    {
        var state = State;
        try
        {
            await saved.ReadStateAsync();
            var isLost = !saved.RecordExists;
            saved.State = state;
            await (isLost ? saved.WriteStateAsync() : Task.CompletedTask);
            _wasLost |= isLost;
            return isLost;
        }
        catch (OrleansException)
        {
            return false; // The store does not answer.
        }
    }

    private async Task SaveEntryAsync(SweepEntry entry)
    {
        var before = State.Entry;
        State.Entry = entry; // Before the awaits: nothing is to be admitted to a sweep that is being stopped.
        try
        {
            await SaveAsync();
            await records.Index.SetAsync(entry);
        }
        catch
        {
            State.Entry = before;
            throw;
        }
    }
}
