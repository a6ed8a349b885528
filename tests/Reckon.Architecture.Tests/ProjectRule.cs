namespace Reckon.Architecture.Tests;

/// <summary>What one project may reference.</summary>
/// <param name="Project">Its name.</param>
/// <param name="Projects">Names of projects.</param>
/// <param name="Packages">Names of packages or frameworks; a name that ends in "*" means all names with that beginning.</param>
internal sealed record ProjectRule(string Project, string[] Projects, string[] Packages)
{
    public bool AllowsProject(string name) => Projects.Contains(name, StringComparer.OrdinalIgnoreCase);

    public bool AllowsPackage(string name) => Packages.Any(package => package.EndsWith('*')
        ? name.StartsWith(package[..^1], StringComparison.OrdinalIgnoreCase)
        : name.Equals(package, StringComparison.OrdinalIgnoreCase));
}
