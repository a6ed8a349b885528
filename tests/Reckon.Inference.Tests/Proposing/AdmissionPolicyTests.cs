using CsCheck;
using Reckon.Inference.Prompts;
using Reckon.Inference.Proposing;

namespace Reckon.Inference.Tests.Proposing;

public sealed class AdmissionPolicyTests
{
    [Theory]
    [InlineData(0, 0, true, 0, 4, nameof(Admission.None))] // No row.
    [InlineData(1, 2, true, 0, 4, nameof(Admission.Resume))] // Who waits goes first, and may take the last row.
    [InlineData(1, 0, true, 50, 4, nameof(Admission.Resume))]
    [InlineData(3, 2, false, 0, 4, nameof(Admission.Open))]
    [InlineData(2, 2, false, 0, 4, nameof(Admission.None))] // Rows are left for children that part.
    [InlineData(1, 0, false, 0, 0, nameof(Admission.None))] // Nobody waits.
    [InlineData(1, 0, false, 50, 4, nameof(Admission.Prefill))] // What is begun goes before what is not.
    [InlineData(0, 2, false, 50, 4, nameof(Admission.Prefill))] // It has its row.
    [InlineData(-3, 0, false, 0, 4, nameof(Admission.None))] // Memory allows fewer rows than run.
    public void Serves_rows_that_wait_first_and_then_requests_in_order(
        int freeRows, int reserved, bool canResume, int unread, int waiting, string expected) =>
        Assert.Equal(expected, AdmissionPolicy.Choose(new StepState(freeRows, reserved, canResume, unread, waiting, RoomTokens: 100))
            .ToString());

    [Theory]
    [InlineData(0, 4, nameof(Admission.None))]
    [InlineData(1, 4, nameof(Admission.None))]
    [InlineData(2, 4, nameof(Admission.Prefill))]
    [InlineData(1, 1, nameof(Admission.Prefill))] // The whole rest fits.
    public void Reads_no_more_than_a_step_has_room_for(int room, int unread, string expected) =>
        Assert.Equal(expected, AdmissionPolicy.Choose(new StepState(1, 0, CanResume: false, unread, 1, room)).ToString());

    [Fact]
    public void Opens_nothing_in_a_step_without_room() =>
        Assert.Equal(Admission.None,
            AdmissionPolicy.Choose(new StepState(8, 2, CanResume: false, UnreadTokens: 0, WaitingChildren: 1, RoomTokens: 1)));

    [Theory]
    [InlineData(2048, 64, 1984)]
    [InlineData(64, 64, 2)] // Prompts always make progress.
    [InlineData(2, 0, 2)]
    public void Gives_rows_that_run_their_tokens_first(int maxBatchTokens, int rows, int expected) =>
        Assert.Equal(expected, AdmissionPolicy.RoomTokens(maxBatchTokens, rows));

    [Fact]
    public void Reads_any_prompt_in_bounded_steps_and_never_a_piece_of_one_token() =>
        Gen.Select(Gen.Int[1, 3_000], Gen.Int[2, 300], Gen.Int[0, 64]).Sample((prompt, maxBatchTokens, rows) =>
        {
            var (unread, steps) = (prompt, 0);
            while (unread > 0)
            {
                var room = AdmissionPolicy.RoomTokens(maxBatchTokens, rows);
                var piece = PromptPieces.Next(unread, room);
                Assert.True(piece >= 2 || prompt == 1, $"A piece of {piece} of {prompt} tokens.");
                Assert.InRange(piece, 1, room < PromptPieces.LeastRoom ? room + 1 : room);
                (unread, steps) = (unread - piece, steps + 1);
            }

            Assert.InRange(steps, 1, (prompt / Math.Max(1, maxBatchTokens - rows - 1)) + 1 + (maxBatchTokens - rows <= 2 ? prompt : 0));
        });
}
