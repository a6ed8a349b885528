namespace Reckon.Coordinator.Sweeps;

/// <summary>What the budget of a sweep says of its next problem.</summary>
internal enum AdmissionVerdict
{
    /// <summary>The most that its trials may spend is set aside for it.</summary>
    Admit,

    /// <summary>It may fit when a problem that runs has given back what it did not spend.</summary>
    Wait,

    /// <summary>It never fits, and neither does any problem after it.</summary>
    Stop,
}
