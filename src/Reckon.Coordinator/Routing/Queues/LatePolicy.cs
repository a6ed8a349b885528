namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// Decides when a request is so late that another worker gets a copy of it (Dean, Barroso 2013, "The tail at scale": hedged requests).
/// </summary>
/// <param name="Factor">So many times what such work takes, more than 1.</param>
/// <param name="Floor">However fast such work is, nothing is late before.</param>
internal readonly record struct LatePolicy(double Factor, TimeSpan Floor)
{
    /// <summary>Whether work that was sent <paramref name="age"/> ago is late; never where nobody knows what such work takes.</summary>
    public bool IsLate(TimeSpan age, TimeSpan? typical) => typical is { } usual && age >= Floor && age >= Factor * usual;
}
