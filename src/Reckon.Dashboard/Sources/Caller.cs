namespace Reckon.Dashboard.Sources;

/// <summary>Who looks at the dashboard.</summary>
/// <param name="Name">The name that events record; empty where nobody is told apart.</param>
/// <param name="MayOperate">Whether they may change what runs.</param>
public sealed record Caller(string Name, bool MayOperate);
