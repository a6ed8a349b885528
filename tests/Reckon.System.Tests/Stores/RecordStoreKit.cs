using System.Text;
using Reckon.Coordinator.Stores;

namespace Reckon.System.Tests.Stores;

/// <summary>What every store of records does.</summary>
public abstract class RecordStoreKit
{
    /// <summary>The store, empty.</summary>
    private protected abstract IRecordStore Store { get; }

    [Fact]
    public async Task Fields_are_read_as_they_were_written_last_and_none_is_read_where_none_was()
    {
        await SetAsync("a", ("1", "one"), ("2", "two"));
        await SetAsync("a", ("2", "zwei"), ("3", ""));

        var read = await Store.GetAsync("a", ["3", "none", "2", "1"]);
        var all = await Store.GetAllAsync("a");

        Assert.Equal(["", null, "zwei", "one"], read.Select(Text));
        Assert.Equal(["1 one", "2 zwei", "3 "], all.Select(field => $"{field.Key} {Text(field.Value)}").Order());
        Assert.Empty(await Store.GetAllAsync("b"));
        Assert.Equal([null], await Store.GetAsync("b", ["1"]));
        Assert.Empty(await Store.GetAsync("a", []));
    }

    [Fact]
    public async Task Any_bytes_and_any_names_are_kept()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];

        await Store.SetAsync("sweep/π {x}\n", [new("\0 field", bytes)]);

        Assert.Equal(bytes, (await Store.GetAsync("sweep/π {x}\n", ["\0 field"])).Single());
    }

    [Fact]
    public async Task What_was_removed_or_deleted_is_gone_and_nothing_else_is()
    {
        await SetAsync("a", ("1", "one"), ("2", "two"));
        await SetAsync("b", ("1", "one"));
        await SetAsync("c", ("1", "one"));
        await Store.AppendAsync("d", "one"u8.ToArray());

        await Store.RemoveAsync("a", "1");
        await Store.RemoveAsync("none", "1");
        await Store.DeleteAsync(["b", "d", "none"]);
        await Store.DeleteAsync([]);

        Assert.Equal([null, "two"], (await Store.GetAsync("a", ["1", "2"])).Select(Text));
        Assert.Empty(await Store.GetAllAsync("b"));
        Assert.Single(await Store.GetAllAsync("c"));
        Assert.Empty(await Store.ReadAsync("d", 0, 9));
    }

    [Fact]
    public async Task A_list_is_read_by_number_in_the_order_in_which_it_grew()
    {
        foreach (var entry in (string[])["a", "b", "c", "d"])
        {
            await Store.AppendAsync("list", Encoding.UTF8.GetBytes(entry));
        }

        Assert.Equal(["a", "b"], (await Store.ReadAsync("list", 0, 2)).Select(Text));
        Assert.Equal(["c", "d"], (await Store.ReadAsync("list", 2, 9)).Select(Text));
        Assert.Empty(await Store.ReadAsync("list", 4, 9));
    }

    private Task SetAsync(string key, params (string Field, string Value)[] fields) =>
        Store.SetAsync(key, [.. fields.Select(field => new KeyValuePair<string, ReadOnlyMemory<byte>>(field.Field, Encoding.UTF8.GetBytes(field.Value)))]);

    private static string? Text(byte[]? value) => value is null ? null : Encoding.UTF8.GetString(value);
}
