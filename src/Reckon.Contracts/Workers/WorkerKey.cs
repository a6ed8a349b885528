using System.Globalization;

namespace Reckon.Contracts.Workers;

/// <summary>
/// Names a device: the address of its silo, '/', its number there. The address carries the process's generation, so a
/// worker that was restarted is another worker.
/// </summary>
/// <param name="Silo">The silo that owns the device.</param>
/// <param name="Device">The device's number on that silo, from 0.</param>
public readonly record struct WorkerKey(SiloAddress Silo, int Device)
{
    /// <summary>The grain type of workers: a silo whose manifest has it hosts workers.</summary>
    public const string GrainType = "worker";

    /// <summary>The first device of <paramref name="silo"/>, which speaks for the others too.</summary>
    public static WorkerKey Of(SiloAddress silo) => new(silo, 0);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text names no device.</exception>
    public static WorkerKey Parse(string text)
    {
        var slash = text.LastIndexOf('/');
        if (slash < 0 || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var device))
        {
            throw new FormatException($"'{text}' is not a worker key; expected '<silo address>/<device>'.");
        }

        return new WorkerKey(SiloAddress.FromParsableString(text[..slash]), device);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Silo.ToParsableString()}/{Device}";
}
