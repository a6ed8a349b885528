using Reckon.Cli.Output;
using Reckon.Cli.Results;

namespace Reckon.Cli.Running;

/// <summary>
/// Marks that a store is being opened, until it is disposed. A damaged store can end the process at once, so the next run says
/// what to do about it.
/// </summary>
internal sealed class StoreOpening : IDisposable
{
    private readonly string _mark;

    private StoreOpening(string mark) => _mark = mark;

    /// <summary>
    /// Marks the start of opening the store in <paramref name="folder"/>; writes a note if the last run died while opening it.
    /// </summary>
    /// <exception cref="ResultsWriteException">The mark cannot be written.</exception>
    public static async Task<StoreOpening> BeginAsync(string folder, Terminal terminal)
    {
        var mark = $"{folder}.opening";
        if (File.Exists(mark))
        {
            await terminal.Error.WriteLineAsync(
                $"note: the last run ended while it was opening its store. If this run does too, delete '{folder}':"
                + " everything will be recomputed, with the same results.");
        }

        try
        {
            await File.WriteAllTextAsync(mark, "");
            return new StoreOpening(mark);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsWriteException(mark, cause);
        }
    }

    /// <summary>The store is open, or its failure has been reported otherwise.</summary>
    public void Dispose() => File.Delete(_mark);
}
