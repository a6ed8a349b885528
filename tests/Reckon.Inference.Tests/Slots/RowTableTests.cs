using CsCheck;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Tests.Slots;

public sealed class RowTableTests
{
    private const int Capacity = 5;

    [Fact]
    public void Keeps_rows_compact_and_loses_none_whatever_is_added_and_removed() =>
        Gen.Int[-Capacity, Capacity].List[0, 60].Sample(Run);

    [Fact]
    public void Refuses_a_row_too_many()
    {
        var table = new RowTable<string>(1);
        table.Add("a");

        Assert.Throws<InvalidOperationException>(() => table.Add("b"));
        Assert.Throws<ArgumentOutOfRangeException>(() => table[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Remove(1));
    }

    // Numbers from 0 add a row, others remove one. Cells represent what a model holds: they move only as the table says.
    private static void Run(List<int> operations)
    {
        var table = new RowTable<string>(Capacity);
        var cells = new string?[Capacity];
        var expected = new HashSet<string>();
        foreach (var (i, operation) in operations.Index())
        {
            if (operation >= 0 && table.Free > 0)
            {
                cells[table.Add($"{i}")] = $"{i}";
                expected.Add($"{i}");
            }
            else if (operation < 0 && table.Count > 0)
            {
                var index = -operation % table.Count;
                expected.Remove(table[index]);
                var last = table.Remove(index);
                (cells[index], cells[last]) = (cells[last], null);
            }

            Assert.Equal(Capacity, table.Count + table.Free);
            Assert.Equal(expected.Order(), Enumerable.Range(0, table.Count).Select(row => table[row]).Order());
            Assert.Equal(Enumerable.Range(0, table.Count).Select(row => table[row]), cells[..table.Count]);
        }
    }
}
