using Reckon.Cli.Results;
using Reckon.Testing;

namespace Reckon.Cli.Tests.Results;

public sealed class OutcomesDraftTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly ResultsFolder _folder;

    public OutcomesDraftTests() => _folder = ResultsFolder.Open(_temp.Path, "hash");

    public void Dispose()
    {
        _folder.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void Pages_are_added_and_put_in_place_whole()
    {
        File.WriteAllText(_temp.File("outcomes.jsonl"), "old\n");
        using var draft = new OutcomesDraft(_folder, 0);
        Assert.Equal(4, draft.Add("one\n"));
        Assert.Equal("old\n", File.ReadAllText(_temp.File("outcomes.jsonl")));
        draft.Add("two\n");

        draft.Complete();

        Assert.Equal("one\ntwo\n", File.ReadAllText(_temp.File("outcomes.jsonl")));
    }

    [Fact]
    public void What_was_written_after_the_last_record_is_written_again()
    {
        using (var first = new OutcomesDraft(_folder, 0))
        {
            first.Add("one\n");
            first.Add("tw");
        }

        using var second = new OutcomesDraft(_folder, 4);
        second.Add("two\n");
        second.Complete();

        Assert.Equal("one\ntwo\n", File.ReadAllText(_temp.File("outcomes.jsonl")));
    }

    [Fact]
    public void A_draft_that_has_lost_something_is_not_gone_on_with() =>
        Assert.Throws<ResultsWriteException>(() => new OutcomesDraft(_folder, 4));

    [Fact]
    public void A_record_counts_only_for_the_sweep_as_it_stood()
    {
        var state = new DownloadState("hash 1", HasTrees: true, Cursor: "3.0", Bytes: 99).Save(_folder);

        Assert.Equal(state, DownloadState.TryRead(_folder, "hash 1"));
        Assert.Null(DownloadState.TryRead(_folder, "hash 2"));
        DownloadState.Delete(_folder);
        Assert.Null(DownloadState.TryRead(_folder, "hash 1"));
    }
}
