namespace Reckon.Kubernetes.Tests.Elasticity;

/// <summary>A number that KEDA goes by.</summary>
/// <param name="Path">Where the API has it.</param>
/// <param name="Target">How much of it a worker is to have.</param>
/// <param name="Activation">More than this, and there is work.</param>
internal sealed record KedaTrigger(string Path, double Target, double Activation);
