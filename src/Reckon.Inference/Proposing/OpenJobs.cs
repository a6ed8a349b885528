namespace Reckon.Inference;

/// <summary>Requests whose children start from a prefix that is kept in a slot outside the batch, in the order in which they were opened.</summary>
/// <param name="first">The first of those slots.</param>
/// <param name="slots">How many there are.</param>
internal sealed class OpenJobs(int first, int slots)
{
    private readonly SlotPool _slots = new(first, slots);
    private readonly List<ProposeJob> _jobs = [];

    public int Count => _jobs.Count;

    public int FreeSlots => _slots.Free;

    /// <summary>The job whose child is next; null when none has a child to start.</summary>
    public ProposeJob? Next
    {
        get
        {
            foreach (var job in _jobs)
            {
                if (job.CanFork)
                {
                    return job;
                }
            }

            return null;
        }
    }

    /// <summary>Opens a job, and lends it a slot of those that are free.</summary>
    public void Add(ProposeJob job)
    {
        job.KeptSlot = _slots.Lend();
        _jobs.Add(job);
    }

    /// <summary>Takes the slot of a job back: all its children have started, or none will any more.</summary>
    public void Close(ProposeJob job)
    {
        _slots.GiveBack(job.KeptSlot!.Value); // Every job here has one.
        job.KeptSlot = null;
        _jobs.Remove(job);
        if (job.IsOver)
        {
            job.Abandon();
        }
    }

    public void LetGoOfWhatIsOver()
    {
        for (var i = _jobs.Count - 1; i >= 0; i--)
        {
            if (_jobs[i].IsOver)
            {
                Close(_jobs[i]);
            }
        }
    }

    public void FailAll(Exception fault)
    {
        _jobs.ForEach(job => job.Fail(fault));
        LetGoOfWhatIsOver();
    }

    /// <summary>Throws when a slot is held by nobody, or by two.</summary>
    public void CheckIntegrity()
    {
        var held = _jobs.Select(job => job.KeptSlot).ToHashSet();
        if (held.Contains(null) || held.Count != _jobs.Count || held.Count + _slots.Free != slots)
        {
            throw new InvalidOperationException($"{_jobs.Count} open requests hold {held.Count} slots, {_slots.Free} are free, and there are {slots}.");
        }
    }
}
