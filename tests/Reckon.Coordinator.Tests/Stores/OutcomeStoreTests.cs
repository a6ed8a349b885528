using System.Text;
using Reckon.Coordinator.Stores;
using Reckon.Evaluation.Documents;
using Reckon.Grading;

namespace Reckon.Coordinator.Tests.Stores;

public sealed class OutcomeStoreTests
{
    private static readonly SweepKey _sweep = new("sweep", "hash");
    private readonly OutcomeStore _store = new(new MemoryRecordStore());

    [Fact]
    public async Task Outcomes_are_read_by_trial_as_they_were_written()
    {
        await _store.AddAsync(_sweep, "a/b", SomeOutcome.Stored(10));
        await _store.AddAsync(_sweep, "a/b", SomeOutcome.Stored(2, n: 8));

        Assert.Equal([SomeOutcome.Stored(2, n: 8), SomeOutcome.Stored(10)], await _store.ReadAsync(_sweep, "a/b"));
        Assert.Equal(
            [SomeOutcome.Stored(2, n: 8).Document, null, null], await _store.DocumentsAsync(_sweep, "a/b", first: 2, count: 3));
        Assert.Empty(await _store.ReadAsync(_sweep with { SpecHash = "other" }, "a/b"));
        Assert.Empty(await _store.ReadAsync(_sweep, "a"));
    }

    [Fact]
    public async Task Deleted_outcomes_are_gone_and_those_of_other_problems_are_not()
    {
        await _store.AddAsync(_sweep, "a", SomeOutcome.Stored(0));
        await _store.AddAsync(_sweep, "b", SomeOutcome.Stored(0));

        await _store.DeleteAsync(_sweep, ["a", "none"]);

        Assert.Empty(await _store.ReadAsync(_sweep, "a"));
        Assert.Single(await _store.ReadAsync(_sweep, "b"));
    }

    [Fact]
    public void An_outcome_of_another_format_or_grading_and_bytes_that_are_none_count_as_never_written()
    {
        var text = Encoding.UTF8.GetString(OutcomeRecord.Write(SomeOutcome.Stored(0)));
        var head = $"{OutcomeJson.Form} {GradingVersion.Current} ";
        Assert.StartsWith(head, text, StringComparison.Ordinal);

        string[] wrong =
        [
            "", "\n", "{}", text[..20], text.Replace(head, $"{OutcomeJson.Form}0 {GradingVersion.Current} ", StringComparison.Ordinal),
            text.Replace(head, $"{OutcomeJson.Form} {GradingVersion.Current + 1} ", StringComparison.Ordinal),
            text.Replace(head, $"{head}x", StringComparison.Ordinal),
        ];

        Assert.All(wrong, bytes => Assert.Null(OutcomeRecord.TryRead(0, Encoding.UTF8.GetBytes(bytes))));
        Assert.Equal(SomeOutcome.Stored(7), OutcomeRecord.TryRead(7, Encoding.UTF8.GetBytes(text)));
        var paid = SomeOutcome.Stored(7) with { Trial = SomeOutcome.Stored(7).Trial with { Money = 0.125 } };
        Assert.Equal(paid, OutcomeRecord.TryRead(7, OutcomeRecord.Write(paid)));
    }
}
