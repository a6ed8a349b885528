using System.Collections.Immutable;
using Reckon.Inference.Folders;
using Reckon.Inference.Judging;
using Reckon.Search.Running;

namespace Reckon.Inference.Remote;

/// <summary>Asks a server for the scores of a request's continuations. What is asked depends on the request alone.</summary>
internal sealed class ScoreAsker(RemoteDesk desk, RemoteEndpoint endpoint, RemoteScores scores)
{
    private const string Expected = "scores the steps of a text that is given in ids";

    /// <summary>One score for each step of each continuation, and what the server did for them.</summary>
    public async Task<(ImmutableArray<ImmutableArray<double>> Scores, ServerUsage Usage)> AskAsync(JudgeJob job, CancellationToken cancellationToken)
    {
        ImmutableArray<int> before = [.. job.Prompt.Concat(job.Prefix).SelectMany(chunk => chunk.Tokens)];
        var paths = job.Continuations.Select(steps => new ScorePath(before, steps)).ToArray();
        var (found, usage) = scores.Route == ScoreRoute.Labels
            ? await Each(LabelQuestions(paths), cancellationToken).ConfigureAwait(false)
            : await Each(PoolingQuestions(paths), cancellationToken).ConfigureAwait(false);
        return ([.. paths.Select(path => (ImmutableArray<double>)[.. path.Texts().Select(text => found[text])])], usage);
    }

    /// <summary>Asks for the scores of one text.</summary>
    public async Task TryOutAsync(JudgeJob job, ModelFolder folder, CancellationToken cancellationToken)
    {
        ImmutableArray<int> before = [.. job.Prompt.SelectMany(chunk => chunk.Tokens)];
        var path = new ScorePath(before, job.Continuations[0]);
        var first = scores.Route == ScoreRoute.Labels ? LabelQuestions([path]).First() : PoolingQuestions([path]).First();
        await desk.TryOutAsync(first.Question, folder, Expected, cancellationToken).ConfigureAwait(false);
    }

    // A text is known by its ids: what siblings have in common is asked for once.
    private async Task<(Dictionary<ScoreKey, double> Found, ServerUsage Usage)> Each(IEnumerable<ScoreQuestion> questions, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ScoreKey, double>();
        var usage = default(ServerUsage);
        var asked = questions.ToArray();
        var answers = await Task.WhenAll(asked.Select(one => desk.AskAsync(one.Question, cancellationToken))).ConfigureAwait(false);
        foreach (var (one, values) in asked.Zip(answers))
        {
            usage += desk.Bill(values.Usage ?? new ServerUsage(one.Tokens, 0, 0));
            foreach (var (text, value) in one.Texts.Zip(values.Values))
            {
                found[text] = value;
            }
        }

        desk.Counters.Prefilled(asked.Sum(one => one.Tokens), 0, desk.Counters.Now());
        return (found, usage);
    }

    private IEnumerable<ScoreQuestion> PoolingQuestions(IEnumerable<ScorePath> paths)
    {
        var texts = paths.Select(path => path.Whole()).DistinctBy(text => new ScoreKey(text.Ids));
        var parts = scores.IsWhole ? texts.SelectMany(text => text.Parts()).DistinctBy(text => new ScoreKey(text.Ids)) : texts;
        return parts.Select(text => new ScoreQuestion(PoolingForm.Of(endpoint, scores, text), text.Keys(), text.Ids.Length));
    }

    private IEnumerable<ScoreQuestion> LabelQuestions(IEnumerable<ScorePath> paths) =>
        from step in paths.SelectMany(path => path.Steps()).DistinctBy(step => (new ScoreKey(step.Query), new ScoreKey(step.Item)))
        group step by new ScoreKey(step.Query) into siblings
        let items = siblings.Select(step => step.Item).ToImmutableArray()
        select new ScoreQuestion(
            LabelForm.Of(endpoint, scores, siblings.Key.Ids, items),
            [.. items.Select(item => new ScoreKey(siblings.Key.Ids.AddRange(item)))],
            siblings.Key.Ids.Length + items.Sum(item => item.Length));
}
