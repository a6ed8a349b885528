using System.Collections.Immutable;
using Reckon.Storage;
using StackExchange.Redis;

namespace Reckon.System.Tests.Silos;

public sealed class MemberTableTests
{
    private static readonly ImmutableArray<HashEntry> _whole = [new("Version", "3"), new("own", "active"), new("other", "active")];
    private static readonly ImmutableArray<HashEntry> _ofOthers = [new("Version", "1"), new("new", "active")];
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
    [InlineData("""{"SiloName":"worker","Status":"Active"}""", "worker")]
    [InlineData("""{"SiloName":"worker","Status":3}""", "worker")]
    [InlineData("""{"SiloName":"worker","Status":"Dead"}""", null)]
    [InlineData("""{"SiloName":"worker","Status":6}""", null)]
    [InlineData("""{"Version":3,"VersionEtag":"3"}""", null)]
    [InlineData("no row", null)]
    public void A_row_names_a_member_that_has_not_left(string row, string? name) => Assert.Equal(name, ClusterMembers.NameIn(row));
}
