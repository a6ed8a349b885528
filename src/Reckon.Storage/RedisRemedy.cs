namespace Reckon.Storage;

/// <summary>Says what to do about a Redis that refuses what it is asked, by the error that it answers with. Pure.</summary>
public static class RedisRemedy
{
    // The first word of an error is its code: https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
    private static readonly (string Code, string Remedy)[] _known =
    [
        ("OOM", "Its memory is full: raise its 'maxmemory', or delete sweeps. What waits for it goes on by itself when there is room."),
        ("MISCONF", "It cannot write to its disk: make room there. What waits for it goes on by itself when it can."),
        ("READONLY", "It is a replica: name the primary, or the sentinels with serviceName=NAME."),
        ("NOREPLICAS", "None of its replicas follows it: start one, or wait until the sentinels have moved the primary."),
        ("NOAUTH", "Give its password: HOST:PORT,password=SECRET."),
        ("WRONGPASS", "Check user and password: HOST:PORT,user=NAME,password=SECRET."),
        ("NOPERM", "Allow its user all commands on the keys that begin with 'reckon'."),
        ("LOADING", "It reads its data after a start: wait."),
    ];

    /// <summary>The remedy for <paramref name="error"/>: a sentence; null where none is known.</summary>
    public static string? For(string error) => _known.FirstOrDefault(known => Has(error, known.Code)).Remedy;

    /// <summary><paramref name="error"/> as a sentence, and its remedy after it.</summary>
    public static string Told(string error) => For(error) is { } remedy ? $"{error.TrimEnd('.')}. {remedy}" : error;

    // A client may say something of its own before it.
    private static bool Has(string error, string code)
    {
        var at = error.IndexOf($"{code} ", StringComparison.Ordinal);
        return at == 0 || (at > 0 && error[at - 1] == ' ');
    }
}
