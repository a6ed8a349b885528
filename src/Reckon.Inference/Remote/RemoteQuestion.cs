namespace Reckon.Inference.Remote;

/// <summary>A request to a server.</summary>
/// <param name="Path">Where it is sent, without the address.</param>
/// <param name="Body">Its JSON.</param>
/// <param name="Id">The same whenever it is sent again.</param>
/// <param name="Tokens">What the server has to write, or steps to score: it gets time by them.</param>
/// <param name="Seed">Spreads the pauses between tries.</param>
/// <param name="Read">What an answer says; throws <see cref="RemoteAnswerException"/> where it is not of the form that is documented.</param>
internal sealed record RemoteQuestion<T>(string Path, string Body, string Id, int Tokens, ulong Seed, Func<string, T> Read);
