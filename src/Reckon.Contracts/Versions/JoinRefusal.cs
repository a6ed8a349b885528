using System.Globalization;

namespace Reckon.Contracts.Versions;

/// <summary>Decides whether a process may join a cluster, by the builds that are in it. Pure.</summary>
public static class JoinRefusal
{
    /// <summary>Why a process may not join, and what to do; null where it may.</summary>
    /// <param name="own">What its build talks.</param>
    /// <param name="members">How the members of the cluster call themselves.</param>
    public static string? Of(ContractVersion own, IEnumerable<string> members) =>
        members.Select(member => Of(own, member)).FirstOrDefault(refusal => refusal is not null);

    private static string? Of(ContractVersion own, string member)
    {
        if (MemberName.TryParse(member) is not { } known)
        {
            return $"the cluster's member '{member}' does not say which contracts it talks: it is of another program, or of a build before"
                + " contracts. Stop it first, or choose another cluster with --cluster";
        }

        if (own.IsCompatibleWith(known.Contracts))
        {
            return null;
        }

        var remedy = own.Number < known.Contracts.Number
            ? "This build is too old for the cluster. Start the build that the cluster runs"
            : "This build is too new for the cluster. Replace its processes one at a time by a build that talks both, or stop them all first";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"this build talks contracts {own.Oldest} to {own.Number}, and {known.Role} {known.Place} (build {known.Build}) those from"
                + $" {known.Contracts.Oldest} to {known.Contracts.Number}. {remedy}");
    }
}
