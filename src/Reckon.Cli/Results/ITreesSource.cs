namespace Reckon.Cli.Results;

/// <summary>Where the trees of a sweep are: in a folder, or in a cluster.</summary>
internal interface ITreesSource
{
    /// <summary>The trees of the problem called <paramref name="problem"/>.</summary>
    /// <exception cref="Output.CommandException">There are none.</exception>
    Task<ShownTrees> ReadAsync(string problem, CancellationToken cancellationToken);
}
