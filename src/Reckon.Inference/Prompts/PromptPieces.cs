namespace Reckon.Inference.Prompts;

/// <summary>
/// Cuts a prompt into runs. Runs of two tokens or more give the same bits however a text is cut. A run of one token takes another path
/// through the kernels, so no cut may leave a single token.
/// </summary>
internal static class PromptPieces
{
    /// <summary>Tokens of the shortest piece of a longer text.</summary>
    public const int Least = 2;

    /// <summary>Tokens of the smallest room that no piece exceeds.</summary>
    public const int LeastRoom = 3;

    /// <summary>
    /// Tokens to read next: all of <paramref name="unread"/>, or a piece; 0 when <paramref name="room"/> is too small for one.
    /// </summary>
    /// <param name="unread">Tokens still to be read; at least 1.</param>
    /// <param name="room">Tokens that may be read now. Three tokens are never cut, so a room of two may be exceeded by one.</param>
    public static int Next(int unread, int room)
    {
        if (unread <= room)
        {
            return unread;
        }

        if (room < Least)
        {
            return 0;
        }

        var leavesOne = unread - room == 1;
        return !leavesOne ? room : room > Least ? room - 1 : unread;
    }
}
