using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;

namespace Reckon.System.Tests.Api;

public sealed class SweepCursorTests
{
    private static readonly SweepEntry _entry = new("b", "name", "hash", SweepPhase.Running, DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_cursor_is_read_as_it_was_written() =>
        Assert.Equal(SweepCursor.Of(_entry), SweepCursor.Read($"{SweepCursor.Of(_entry)}"));

    [Fact]
    public void The_next_page_has_what_is_older_or_as_old_with_an_earlier_id()
    {
        var cursor = SweepCursor.Of(_entry);

        Assert.True(cursor.IsBefore(_entry with { Id = "a" }));
        Assert.True(cursor.IsBefore(_entry with { Created = _entry.Created.AddTicks(-1), Id = "z" }));
        Assert.False(cursor.IsBefore(_entry));
        Assert.False(cursor.IsBefore(_entry with { Id = "c" }));
    }

    [Theory, InlineData(""), InlineData("1"), InlineData("x.a"), InlineData("1."), InlineData("1.a/b"), InlineData("-1.a"), InlineData("9999999999999999999.a")]
    public void Another_text_is_none(string text) => Assert.Throws<ArgumentException>(() => SweepCursor.Read(text));
}
