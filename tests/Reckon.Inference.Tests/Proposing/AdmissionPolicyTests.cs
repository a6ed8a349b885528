namespace Reckon.Inference.Tests;

public sealed class AdmissionPolicyTests
{
    [Theory]
    [InlineData(0, 1, true, 4, nameof(Admission.None))] // No row.
    [InlineData(1, 0, true, 4, nameof(Admission.Fork))] // Who is open goes first.
    [InlineData(1, 1, true, 4, nameof(Admission.Fork))]
    [InlineData(1, 1, false, 4, nameof(Admission.Open))]
    [InlineData(1, 0, false, 1, nameof(Admission.Open))] // A single child needs no kept prefix.
    [InlineData(1, 0, false, 2, nameof(Admission.None))] // Several do.
    [InlineData(1, 1, false, 0, nameof(Admission.None))] // Nobody waits.
    public void Serves_open_requests_first_and_then_in_order(int freeRows, int freeKept, bool hasKeptPrefix, int waiting, string expected) =>
        Assert.Equal(expected, AdmissionPolicy.Choose(freeRows, freeKept, hasKeptPrefix, waiting).ToString());
}
