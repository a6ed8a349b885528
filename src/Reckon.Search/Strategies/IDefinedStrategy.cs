namespace Reckon.Search.Strategies;

/// <summary>
/// A strategy that sweeps can name. A public class that implements this is found in its assembly, be it the program's own or a
/// plugin: nothing else lists it.
/// </summary>
public interface IDefinedStrategy : ISearchStrategy
{
    /// <summary>What it is called, what it takes and how it is made; the same at every call.</summary>
    static abstract StrategyDefinition Definition { get; }
}
