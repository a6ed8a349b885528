namespace Reckon.Contracts.Versions;

/// <summary>What a process calls itself in the table of its cluster's members, so that whoever wants to join sees which builds are there.</summary>
/// <param name="Role">What it does, such as <c>worker</c>.</param>
/// <param name="Place">Where it listens.</param>
/// <param name="Contracts">What its build talks.</param>
/// <param name="Build">The build's version.</param>
public sealed record MemberName(string Role, string Place, ContractVersion Contracts, string Build)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else, as builds wrote that knew no contracts.</summary>
    public static MemberName? TryParse(string text) =>
        text.Split(' ') is [var role, var place, "contracts", var contracts, "build", var build]
        && ContractVersion.TryParse(contracts) is { } version
            ? new MemberName(role, place, version, build)
            : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Role} {Place} contracts {Contracts} build {Build.Replace(' ', '_')}";
}
