using System.Net.Http.Headers;
using System.Text;
using Reckon.Inference.Folders;
using Reckon.Search.Randomness;

namespace Reckon.Inference.Remote;

/// <summary>Sends requests to a server, no more at once than it can take, and each again until it is answered.</summary>
internal sealed class RemoteClient : IDisposable
{
    private const long MostBytes = 64 << 20; // Of an answer; scores of a long text are some hundred kilobytes.
    private readonly HttpClient _http;
    private readonly RemoteEndpoint _endpoint;
    private readonly TimeProvider _clock;
    private readonly AdaptiveLimit _limit;
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private int _running;

    public RemoteClient(RemoteEndpoint endpoint, string? key, TimeProvider clock)
    {
        (_endpoint, _clock, _limit) = (endpoint, clock, new AdaptiveLimit(endpoint.Concurrency));
        _http = new HttpClient { BaseAddress = endpoint.Url, Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostBytes };
        _http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Requests under way, waiting, and allowed at once.</summary>
    public (int Running, int Waiting, int Limit) Load
    {
        get
        {
            lock (_lock)
            {
                return (_running, _waiting.Count, _limit.Current);
            }
        }
    }

    /// <summary>Waits until a request may be sent.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_running < _limit.Current && _waiting.Count == 0)
            {
                _running++;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
        }

        await using var cancelled = cancellationToken.UnsafeRegister(_ => turn.TrySetCanceled(cancellationToken), null);
        await turn.Task.ConfigureAwait(false);
    }

    /// <summary>Lets the next request go.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _running--;
            while (_running < _limit.Current && _waiting.TryDequeue(out var next))
            {
                _running += next.TrySetResult() ? 1 : 0;
            }
        }
    }

    /// <summary>Asks until there is an answer: what fails by chance is sent again, the same with the same id.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="isFirst">Whether it tries out the server: then it is sent fewer times, and not again where the server is silent.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RemoteRefusedException">The server refuses the request.</exception>
    /// <exception cref="RemoteAnswerException">The answers are not of the form that is documented.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached, or has too much to do for too long.</exception>
    public async Task<T> AskAsync<T>(RemoteQuestion<T> question, bool isFirst, CancellationToken cancellationToken)
    {
        var tries = RetryRule.TriesOf(isFirst);
        for (var tried = 1; ; tried++)
        {
            RemoteTry<T>? answer = null;
            try
            {
                answer = await TryAsync(question, cancellationToken).ConfigureAwait(false);
                if (answer.IsAnswered)
                {
                    return answer.Value!;
                }
            }
            catch (Exception fault) when (tried < RetryRule.TriesAfter(fault, isFirst) && IsByChance(fault, isFirst, cancellationToken))
            {
                // Again.
            }
            catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
            {
                var times = tried == 1 ? "" : $", at each of {tried} tries";
                throw new HttpRequestException($"an answer was expected in {Patience(question).TotalSeconds:0.#} seconds{times}", late);
            }

            if (tried == tries)
            {
                throw new RemoteBusyException(tried, answer!.Status);
            }

            var chance = new RandomKey(question.Seed).Chance.Uniform(tried);
            await Task.Delay(RetryRule.Pause(tried, chance, answer?.After), _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _http.Dispose();

    // Who is silent at first does not serve this; later, a request may have been lost.
    private static bool IsByChance(Exception fault, bool isFirst, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
        && (fault is HttpRequestException or IOException or RemoteAnswerException { IsCut: true } || (fault is OperationCanceledException && !isFirst));

    private TimeSpan Patience<T>(RemoteQuestion<T> question) =>
        TimeSpan.FromSeconds(_endpoint.PatienceSeconds + (_endpoint.SecondsPerToken * question.Tokens));

    private async Task<RemoteTry<T>> TryAsync<T>(RemoteQuestion<T> question, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience(question), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, question.Path)
        {
            Content = new StringContent(question.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Request-Id", question.Id);
        using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync(either.Token).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            Adapt(limit => limit.Succeed());
            return new RemoteTry<T>(status) { IsAnswered = true, Value = question.Read(text) };
        }

        if (!RetryRule.MayPass(status))
        {
            throw new RemoteRefusedException(status, text);
        }

        if (RetryRule.IsBusy(status))
        {
            Adapt(limit => limit.BackOff());
        }

        return new RemoteTry<T>(status) { After = RetryRule.Told(response.Headers.RetryAfter, _clock.GetUtcNow()) };
    }

    private void Adapt(Action<AdaptiveLimit> change)
    {
        lock (_lock)
        {
            change(_limit);
        }
    }
}
