using System.Collections.Immutable;
using Parquet.Schema;
using Parquet.Serialization;
using Reckon.Cli.Results;

namespace Reckon.Cli.Studying;

/// <summary>Writes rows as a Parquet file, all of them in memory.</summary>
internal static class ParquetRows
{
    /// <summary>Writes the file; a column has the type of its first value, and may be null.</summary>
    /// <exception cref="ResultsWriteException">It cannot be written; an old file is unchanged.</exception>
    public static async Task WriteAsync(string path, ImmutableArray<string> columns, IEnumerable<ImmutableArray<object?>> rows)
    {
        var all = rows.ToList();
        var schema = new ParquetSchema([.. columns.Select((name, place) => (Field)new DataField(name, TypeOf(all, place), isNullable: true))]);
        var draft = $"{path}.draft";
        try
        {
            await using (var file = new FileStream(draft, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                await ParquetSerializer.SerializeUntypedAsync([.. all.Select(row => (IDictionary<string, object?>)Named(columns, row))], schema, file);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsWriteException(path, cause);
        }
    }

    private static Type TypeOf(List<ImmutableArray<object?>> rows, int place) =>
        rows.Select(row => row[place]).FirstOrDefault(value => value is not null)?.GetType() ?? typeof(string);

    private static Dictionary<string, object?> Named(ImmutableArray<string> columns, ImmutableArray<object?> row) =>
        columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second);
}
