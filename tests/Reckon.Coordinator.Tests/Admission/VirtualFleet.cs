using Reckon.Contracts.Workers;
using Reckon.Coordinator.Admission;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Admission;

/// <summary>
/// One sweep on workers that keep time and compute nothing, all in virtual time: what is admitted and what goes where is decided by the
/// program's own code. Each problem is a beam search: rounds of expansions of a few children, one round after the other.
/// </summary>
internal sealed class VirtualFleet(int workers, int factor = 3)
{
    public const int Rows = 64;
    private const int Rounds = 8;
    private const int Expansions = 16;
    private const int Children = 4;
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(490);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _overhead = TimeSpan.FromMilliseconds(10); // Between an answer and the next request.

    private readonly RequestQueue<Search> _queue = new(
        new WorkerTable(new Backoff(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5)), new AffinityTable(4_096), new Random(1)),
        new RetryPolicy(8), new LatePolicy(4, TimeSpan.FromHours(1)));

    private readonly PriorityQueue<Action, (TimeSpan At, long Number)> _events = new();
    private readonly Dictionary<string, Device> _devices = [];
    private readonly AdmissionPace _pace = new(Expansions * Children);
    private readonly List<TimeSpan> _durations = [];
    private TimeSpan _now;
    private long _number;
    private long _outstanding;
    private int _running;
    private TimeSpan _rowTime;

    /// <summary>How long a problem takes that has the workers to itself.</summary>
    public static TimeSpan Alone => Rounds * (_step + _overhead);

    /// <summary>When the first problem was done; null before.</summary>
    public TimeSpan? FirstDone { get; private set; }

    /// <summary>Problems that run.</summary>
    public int Running => _running;

    /// <summary>Children that wait or are at a worker.</summary>
    public long Outstanding => _outstanding;

    /// <summary>How long problems took so far.</summary>
    public IReadOnlyList<TimeSpan> Durations => _durations;

    /// <summary>Rows that run now, over all of them.</summary>
    private int RowsInUse => _devices.Values.Sum(device => device.InUse);

    public void Begin()
    {
        SetWorkers(workers);
        Look();
    }

    /// <summary>Lets time pass, and returns the share of the rows that ran meanwhile.</summary>
    public double Pass(TimeSpan time)
    {
        var (since, end) = (_rowTime, _now + time);
        while (_events.TryPeek(out _, out var next) && next.At <= end)
        {
            var due = _events.Dequeue();
            Advance(next.At);
            due();
        }

        Advance(end);
        return (_rowTime - since) / (time * _devices.Count * Rows);
    }

    /// <summary>Has so many workers from now on; what is at one that leaves is finished there.</summary>
    public void SetWorkers(int count)
    {
        _devices.Clear();
        foreach (var key in Enumerable.Range(0, count).Select(i => $"w{i}"))
        {
            _devices[key] = new Device();
        }

        _queue.UpdateWorkers([.. _devices.Keys.Select(key => new WorkerEntry(key, Rows, 2 * Rows))]);
    }

    private void Advance(TimeSpan to)
    {
        _rowTime += (to - _now) * RowsInUse;
        _now = to;
    }

    private void After(TimeSpan delay, Action action) => _events.Enqueue(action, (_now + delay, _number++));

    private void Look()
    {
        _pace.Note([new PoolPressure("p", _devices.Count * Rows, (int)_outstanding, 0, 0)], _running, _now);
        Admit();
        After(_look, Look);
    }

    private void Admit()
    {
        var window = _pace.Window(new AdmissionTerms(10_000, factor, 1), FirstDone is not null);
        for (; _running < window; _running++)
        {
            var search = new Search($"s{_number}", _now);
            After(_overhead, () => Ask(search));
        }
    }

    private void Ask(Search search)
    {
        search.Missing = Expansions;
        for (var i = 0; i < Expansions; i++)
        {
            _queue.Add(search, new Demand(Children, search.Name));
        }

        _outstanding += Expansions * Children;
        Send();
    }

    private void Send()
    {
        while (_queue.TakeNext(_now) is { } sending)
        {
            var device = _devices.GetValueOrDefault(sending.Worker.Key) ?? new Device();
            device.Waiting.Enqueue(sending);
            Start(device);
        }
    }

    // As an engine does: what fits begins, in order.
    private void Start(Device device)
    {
        while (device.Waiting.TryPeek(out var next) && device.InUse + next.Weight <= Rows)
        {
            device.Waiting.Dequeue();
            device.InUse += next.Weight;
            After(_step, () => Return(device, next));
        }
    }

    private void Return(Device device, Sending<Search> sending)
    {
        device.InUse -= sending.Weight;
        Start(device);
        _queue.Return(sending, [.. sending.Requests.Select(_ => (WorkStatus?)WorkStatus.Done)], _now);
        _outstanding -= sending.Weight;
        foreach (var search in sending.Requests.Select(request => request.Body))
        {
            if (--search.Missing == 0)
            {
                After(_overhead, () => Next(search));
            }
        }

        Send();
    }

    private void Next(Search search)
    {
        if (++search.Round < Rounds)
        {
            Ask(search);
            return;
        }

        FirstDone ??= _now;
        _durations.Add(_now - search.Begun);
        _running--;
        Admit();
    }

    private sealed class Search(string name, TimeSpan begun)
    {
        public string Name => name;

        public TimeSpan Begun => begun;

        public int Round { get; set; }

        public int Missing { get; set; }
    }

    private sealed class Device
    {
        public Queue<Sending<Search>> Waiting { get; } = new();

        public int InUse { get; set; }
    }
}
