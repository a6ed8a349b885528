namespace Reckon.Coordinator.Routing.Queues;

/// <summary>The workers that hold prefixes of one search in their caches, as far as is known; null where there is none.</summary>
/// <param name="Latest">The one that served the search last: it holds the longest prefixes.</param>
/// <param name="Earlier">The one before it: it holds all but the last steps.</param>
internal readonly record struct Holders(string? Latest, string? Earlier)
{
    /// <summary>The holders after <paramref name="worker"/> has served the search.</summary>
    public Holders With(string worker) => worker == Latest ? this : new Holders(worker, Latest);

    /// <summary>The holders without <paramref name="worker"/>.</summary>
    public Holders Without(string worker) => this switch
    {
        _ when worker == Latest => new Holders(Earlier, null),
        _ when worker == Earlier => new Holders(Latest, null),
        _ => this,
    };
}
