using Reckon.Api.Hosting;
using Reckon.Cli.Hosting;

namespace Reckon.Cli.Dashboards;

/// <summary>Where a dashboard listens that asks nobody who they are.</summary>
internal static class DashboardAddress
{
    /// <summary>Refuses an address that other machines reach.</summary>
    /// <exception cref="ClusterSettingException">They do.</exception>
    public static void CheckLoopback(string listen)
    {
        if (!ListenAddress.IsLoopback(listen))
        {
            throw new ClusterSettingException(
                $"dashboard.listen: everybody who reaches {listen} could read what is shown. "
                + "Listen on 127.0.0.1, with a proxy before it that asks who calls.");
        }
    }

    /// <summary>What is thrown where nothing can listen at <paramref name="listen"/>.</summary>
    public static ClusterSettingException Taken(string listen, Exception cause) => new(
        $"dashboard.listen: {listen} cannot be listened at: {cause.Message} Choose another port with --listen http://127.0.0.1:PORT; 0 for any.");
}
