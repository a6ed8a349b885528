using System.Collections.Concurrent;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Dashboard.Problems;
using Reckon.Dashboard.Sources;
using Reckon.Evaluation.Documents;

namespace Reckon.Cli.Dashboards;

/// <summary>The problems of sweeps that run, read from their outcomes and kept for a moment.</summary>
internal sealed class LiveProblems(ApiClient api, TimeProvider time)
{
    private const long MostTrials = 500_000; // About 600 bytes of each are sent.
    private static readonly TimeSpan _youngest = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<ProblemTable>> _reading = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The problems of the sweep at <paramref name="path"/>, which stands as <paramref name="view"/> says.</summary>
    public async Task<ProblemTable> OfAsync(string path, SweepView view, CancellationToken cancellationToken)
    {
        if (Known(path, view) is { } known)
        {
            return known;
        }

        if (view.Done > MostTrials)
        {
            throw new SourceException(
                SourceFault.Refused,
                $"The sweep has more than {MostTrials} trials. Fetch it with 'reckon results', and open its folder with 'reckon dashboard --dir'.");
        }

        Task<ProblemTable> reading;
        lock (_lock) // One reads; the others wait for it.
        {
            if (!_reading.TryGetValue(path, out reading!) || reading.IsCompleted)
            {
                _reading[path] = reading = ReadAsync(path, view.Done);
            }
        }

        return await reading.WaitAsync(cancellationToken);
    }

    private ProblemTable? Known(string path, SweepView view) =>
        _kept.TryGetValue(path, out var kept) && (kept.Done == view.Done || time.GetElapsedTime(kept.Read) < _youngest) ? kept.Table : null;

    private async Task<ProblemTable> ReadAsync(string path, long done)
    {
        var began = time.GetTimestamp();
        try
        {
            using var answer = await api.OpenAsync($"{path}/results", "application/x-ndjson", null, CancellationToken.None);
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(CancellationToken.None));
            var (problems, reader) = (new ProblemTableBuilder(), new OutcomeHeadReader());
            while (await lines.ReadLineAsync(CancellationToken.None) is { } line)
            {
                problems.Add(reader.Read(line));
            }

            var table = problems.Build();
            _kept[path] = new Kept(done, began, table);
            return table;
        }
        catch (ApiFailedException cause)
        {
            throw ApiReader.Told(cause);
        }
        catch (Exception cause) when (cause is IOException or HttpRequestException)
        {
            throw new SourceException(SourceFault.Unreachable, "The API broke off. Try again.", cause);
        }
    }

    private sealed record Kept(long Done, long Read, ProblemTable Table);
}
