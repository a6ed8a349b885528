using System.Net.Http.Headers;

namespace Reckon.Inference.Remote;

/// <summary>When a request is sent again.</summary>
internal static class RetryRule
{
    private const int Tries = 8;
    private const int FewTries = 3;
    private const double FirstSeconds = 0.25;
    private const double MostSeconds = 20;

    /// <summary>Times that a request is sent. The first of all is sent fewer times: a server that is not there is said to be missing soon.</summary>
    public static int TriesOf(bool isFirst) => isFirst ? FewTries : Tries;

    /// <summary>The same after a fault: what is cut off again and again is no answer of a model's server.</summary>
    public static int TriesAfter(Exception fault, bool isFirst) => fault is RemoteAnswerException ? FewTries : TriesOf(isFirst);

    /// <summary>Whether the server only has too much to do.</summary>
    public static bool IsBusy(int status) => status is 429 or 503;

    /// <summary>Whether a status may be another the next time.</summary>
    public static bool MayPass(int status) => IsBusy(status) || status is 408 or 500 or 502 or 504;

    /// <summary>The time before the try after <paramref name="tried"/> ones: twice as long each time, and as the server says if longer.</summary>
    /// <param name="tried">Tries so far, at least 1.</param>
    /// <param name="chance">In [0, 1): half of the time is by chance, so that requests that failed together do not come together again.</param>
    /// <param name="told">What the server asks for; null for nothing.</param>
    public static TimeSpan Pause(int tried, double chance, TimeSpan? told)
    {
        var seconds = Math.Min(MostSeconds, FirstSeconds * Math.Pow(2, tried - 1)) * (0.5 + (chance / 2));
        return TimeSpan.FromSeconds(Math.Max(seconds, Math.Min(MostSeconds, told?.TotalSeconds ?? 0)));
    }

    /// <summary>How long a server asks to be left alone, in seconds or until a time; null where it does not.</summary>
    public static TimeSpan? Told(RetryConditionHeaderValue? header, DateTimeOffset now) => header?.Delta ?? (header?.Date - now);
}
