using System.Collections.Immutable;
using Reckon.Storage;
using StackExchange.Redis;

namespace Reckon.System.Tests.Silos;

public sealed class MemberTableTests
{
    private static readonly ImmutableArray<HashEntry> _whole = [new("Version", "3"), new("own", "active"), new("other", "active")];
    private static readonly ImmutableArray<HashEntry> _ofOthers = [new("Version", "1"), new("new", "active")];
    private static readonly DateTimeOffset _now = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);
    private readonly MemberTable _table = new("own");

    [Fact]
    public void A_table_that_is_gone_is_lost_once_it_was_seen()
    {
        _table.Look([]);
        Assert.False(_table.IsLost); // It may not be there yet.

        _table.Look(_whole);
        _table.Look([]);

        Assert.True(_table.IsLost);
        Assert.Equal(_whole, _table.Copy);
        Assert.False(_table.IsForgotten);
    }

    [Fact]
    public void A_silo_that_others_have_left_out_for_long_is_forgotten()
    {
        _table.Look(_whole);
        for (var i = 0; i < MemberTable.MostMisses; i++)
        {
            Assert.False(_table.IsForgotten);
            _table.Look(_ofOthers);
        }

        Assert.True(_table.IsForgotten);
    }

    [Fact]
    public void A_silo_that_has_not_joined_yet_or_is_there_again_is_not_forgotten()
    {
        _table.Look(_ofOthers);
        _table.Look(_ofOthers);
        _table.Look(_ofOthers);
        _table.Look(_whole);
        _table.Look(_ofOthers);
        _table.Look(_whole);

        Assert.False(_table.IsForgotten);
    }

    [Theory]
    [InlineData("\"Active\"", 0, "worker")]
    [InlineData("3", 0, "worker")]
    [InlineData("\"ShuttingDown\"", 0, "worker")]
    [InlineData("\"Joining\"", 0, null)]
    [InlineData("\"Dead\"", 0, null)]
    [InlineData("6", 0, null)]
    [InlineData("\"Active\"", 9, "worker")]
    [InlineData("\"Active\"", 11, null)]
    [InlineData("\"Active\"", -120, "worker")]
    public void A_row_names_a_member_that_is_there(string status, int silentMinutes, string? name)
    {
        var row = $$"""{"SiloName":"worker","Status":{{status}},"IAmAliveTime":"{{_now.AddMinutes(-silentMinutes).UtcDateTime:O}}"}""";

        Assert.Equal(name, ClusterMembers.NameIn(row, _now));
    }

    [Theory]
    [InlineData("""{"Version":3,"VersionEtag":"3"}""")]
    [InlineData("no row")]
    [InlineData("3")]
    public void What_is_no_row_names_nobody(string row) => Assert.Null(ClusterMembers.NameIn(row, _now));
}
