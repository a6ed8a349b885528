using System.Net.Http.Headers;
using System.Text;
using Reckon.Inference.Folders;
using Reckon.Search.Randomness;

namespace Reckon.Inference.Remote;

/// <summary>Sends requests to a server, no more at once than it can take, and each again until it is answered.</summary>
internal sealed class CompletionClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly RemoteEndpoint _endpoint;
    private readonly TimeProvider _clock;
    private readonly AdaptiveLimit _limit;
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private int _running;

    public CompletionClient(RemoteEndpoint endpoint, string? key, TimeProvider clock)
    {
        (_endpoint, _clock, _limit) = (endpoint, clock, new AdaptiveLimit(endpoint.Concurrency));
        _http = new HttpClient { BaseAddress = endpoint.Url, Timeout = Timeout.InfiniteTimeSpan };
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

    /// <summary>Asks until there is an answer: what fails by chance is sent again, with the same seed and the same id.</summary>
    /// <param name="call">What is asked.</param>
    /// <param name="tries">Times that it is sent at most; at least 1.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RemoteRefusedException">The server refuses the request.</exception>
    /// <exception cref="RemoteAnswerException">The answers are not of the form that is documented.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached, or has too much to do for too long.</exception>
    public async Task<Completion> AskAsync(CompletionCall call, int tries, CancellationToken cancellationToken)
    {
        var body = CompletionForm.Write(_endpoint, call).ToJsonString();
        for (var tried = 1; ; tried++)
        {
            TimeSpan? told = null;
            try
            {
                var (completion, after) = await TryAsync(body, call, cancellationToken).ConfigureAwait(false);
                if (completion is not null)
                {
                    return completion;
                }

                told = after;
            }
            catch (Exception fault) when (tried < tries && IsByChance(fault, cancellationToken))
            {
                // Again.
            }

            if (tried == tries)
            {
                throw new HttpRequestException($"The server had too much to do for {tried} tries.");
            }

            var chance = new RandomKey(call.Seed).Chance.Uniform(tried);
            await Task.Delay(RetryRule.Pause(tried, chance, told), _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool IsByChance(Exception fault, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && fault is HttpRequestException or IOException or OperationCanceledException or RemoteAnswerException { IsCut: true };

    private async Task<(Completion? Completion, TimeSpan? After)> TryAsync(string body, CompletionCall call, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(
            TimeSpan.FromSeconds(_endpoint.PatienceSeconds + (_endpoint.SecondsPerToken * call.MaxTokens)), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, CompletionForm.PathOf(_endpoint.Kind))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Request-Id", $"{call.Seed:x16}-{call.Prompt.Length}");
        using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync(either.Token).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            Adapt(limit => limit.Succeed());
            return (CompletionForm.Read(_endpoint.Kind, text), null);
        }

        if (!RetryRule.MayPass(status))
        {
            throw new RemoteRefusedException(status, text);
        }

        if (RetryRule.IsBusy(status))
        {
            Adapt(limit => limit.BackOff());
        }

        return (null, response.Headers.RetryAfter?.Delta);
    }

    private void Adapt(Action<AdaptiveLimit> change)
    {
        lock (_lock)
        {
            change(_limit);
        }
    }
}
