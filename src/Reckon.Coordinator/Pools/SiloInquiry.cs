using Microsoft.Extensions.Logging;

namespace Reckon.Coordinator.Pools;

/// <summary>Asks silos of the cluster, all at once and with patience: one that does not answer is left out.</summary>
internal sealed class SiloInquiry(
    IClusterMembershipService membership, IClusterManifestProvider manifests, TimeProvider time, ILogger<SiloInquiry> logger)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    /// <summary>The silos that are active members and host grains of the type <paramref name="hosted"/>.</summary>
    public IEnumerable<SiloAddress> Active(string hosted)
    {
        var (type, silos) = (GrainType.Create(hosted), manifests.Current.Silos);
        return membership.CurrentSnapshot.Members.Values
            .Where(member => member.Status == SiloStatus.Active)
            .Select(member => member.SiloAddress)
            .Where(silo => silos.TryGetValue(silo, out var manifest) && manifest.Grains.ContainsKey(type));
    }

    /// <summary>What <paramref name="ask"/> brings from each of <paramref name="all"/> that answers within a second.</summary>
    public async Task<IReadOnlyList<TAnswer>> AskAllAsync<TWho, TAnswer>(IEnumerable<TWho> all, Func<TWho, Task<TAnswer>> ask)
    {
        var answers = await Task.WhenAll(all.Select(async who =>
        {
            try
            {
                return (IsThere: true, Answer: await ask(who).WaitAsync(_patience, time));
            }
            catch (Exception cause)
            {
                // It may have left between the look at the membership and the question, or hang.
                logger.LogDebug(cause, "{Who} did not give its figures", who);
                return (IsThere: false, Answer: default(TAnswer)!);
            }
        }));
        return [.. answers.Where(answer => answer.IsThere).Select(answer => answer.Answer)];
    }
}
