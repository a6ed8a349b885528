using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

/// <summary>A queue, with senders and workers that keep their own books on it and compare after every step.</summary>
internal sealed class QueueWorld
{
    private static readonly string[] _workers = ["a", "b", "c"];
    private static readonly WorkStatus?[] _statuses = [WorkStatus.Done, WorkStatus.Busy, WorkStatus.Rejected, WorkStatus.Failed, null];

    private readonly RequestQueue<int> _queue = QueueKit.Queue("a", "b");
    private readonly List<QueuedRequest<int>> _requests = [];
    private readonly List<Sending<int>> _sendings = [];
    private readonly HashSet<string> _present = ["a", "b"];
    private readonly Dictionary<int, int> _ends = []; // Times that each request was answered, given up or dropped.
    private readonly HashSet<string> _lost = []; // At least those that the queue holds for lost.
    private TimeSpan _now;

    public void Do(QueueStep step)
    {
        switch (step.What)
        {
            case QueueStep.Kind.Add:
                _requests.Add(_queue.Add(_requests.Count, 1 + (step.Much % 12), $"search {step.Which % 4}"));
                break;
            case QueueStep.Kind.Send:
                Send();
                break;
            case QueueStep.Kind.Return when _sendings.Count > 0:
                Return(_sendings[step.Which % _sendings.Count], i => _statuses[(step.Much + (i * step.Which)) % _statuses.Length]);
                break;
            case QueueStep.Kind.JoinOrLeave:
                Toggle(_workers[step.Which % _workers.Length]);
                break;
            case QueueStep.Kind.Cancel when _requests.Count > 0:
                _queue.Cancel(_requests[step.Which % _requests.Count]);
                break;
            case QueueStep.Kind.Hear:
                _queue.Hear(_workers[step.Which % _workers.Length], step.Much % 20, isDraining: false, _now);
                _lost.Remove(_workers[step.Which % _workers.Length]);
                break;
            case QueueStep.Kind.Lose:
                _queue.Lose(_workers[step.Which % _workers.Length]);
                _lost.Add(_workers[step.Which % _workers.Length]);
                break;
            case QueueStep.Kind.CopyLate:
                _queue.CopyLate(_now);
                break;
            case QueueStep.Kind.LetTimePass:
                _now += QueueKit.Ms(step.Much);
                break;
        }

        CheckLoad();
        CheckProgress();
    }

    /// <summary>Lets workers that never fail serve what is left, and looks at every request's end.</summary>
    public void Finish()
    {
        _present.UnionWith(_workers);
        _queue.UpdateWorkers(QueueKit.Workers(_workers));
        _workers.ToList().ForEach(worker => _queue.Hear(worker, 0, isDraining: false, _now));
        _sendings.ToList().ForEach(sending => Return(sending, _ => WorkStatus.Done));
        _now += QueueKit.Backoff.Longest;
        while (Send())
        {
            Return(_sendings[0], _ => WorkStatus.Done);
        }

        Assert.Equal(new RouterLoad(0, 0), _queue.Load);
        Assert.All(_requests, request => Assert.True(request.IsCancelled || _ends.ContainsKey(request.Body), "A request was lost."));
    }

    private bool Send()
    {
        if (_queue.TakeNext(_now) is not { } sending)
        {
            return false;
        }

        var others = _sendings.Where(other => other.Worker.Key == sending.Worker.Key).Sum(other => other.Weight);
        var isAlone = others == 0 && sending.Requests.Count == 1;
        Assert.True(isAlone || others + sending.Weight <= sending.Worker.Room, "A worker got more than it may.");
        Assert.Contains(sending.Worker.Key, _present);
        Assert.All(sending.Requests, request => Assert.True(
            !request.IsCancelled && !_ends.ContainsKey(request.Body)
                && _sendings.Where(other => other.Requests.Contains(request)).All(other => other.IsCopied && other.Worker != sending.Worker),
            "A request was sent twice at once without a reason, or to the same worker, or after its end."));
        _sendings.Add(sending);
        return true;
    }

    private void Return(Sending<int> sending, Func<int, WorkStatus?> status)
    {
        _sendings.Remove(sending);
        var fates = _queue.Return(sending, [.. Enumerable.Range(0, sending.Requests.Count).Select(status)], _now);
        foreach (var (request, fate) in sending.Requests.Zip(fates).Where(pair => IsEnd(pair.First, pair.Second)))
        {
            _ends[request.Body] = _ends.GetValueOrDefault(request.Body) + 1;
            Assert.True(_ends[request.Body] == 1, "A request was answered twice.");
        }
    }

    // A request without an answer ends when the last of its copies is back, and one that has ended is dropped again for each copy.
    private bool IsEnd(QueuedRequest<int> request, RequestFate fate) => fate switch
    {
        RequestFate.Answered or RequestFate.GivenUp => true,
        RequestFate.Dropped => !request.IsOver && !_sendings.Any(other => other.Requests.Contains(request)),
        _ => false,
    };

    private void Toggle(string worker)
    {
        if (!_present.Remove(worker))
        {
            _present.Add(worker);
        }

        _queue.UpdateWorkers(QueueKit.Workers(_present.Order(StringComparer.Ordinal)));
    }

    // Nothing may wait that nothing will ever wake.
    private void CheckProgress()
    {
        if (_queue.Count > 0 && _sendings.Count == 0 && _present.Except(_lost).Any() && _queue.NextWake(_now) is null)
        {
            Assert.True(Send(), "Requests wait, a worker is idle, and nothing will try again.");
        }
    }

    private void CheckLoad()
    {
        var away = _sendings.SelectMany(sending => sending.Requests).Where(request => !_ends.ContainsKey(request.Body)).ToHashSet();
        var waiting = _requests.Where(request => !request.IsCancelled && !_ends.ContainsKey(request.Body) && !away.Contains(request));
        Assert.Equal(waiting.Sum(request => request.Weight), _queue.Load.Waiting);
        Assert.Equal(away.Sum(request => request.Weight), _queue.Load.InFlight);
    }
}
