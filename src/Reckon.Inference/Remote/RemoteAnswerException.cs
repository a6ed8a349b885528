namespace Reckon.Inference.Remote;

/// <summary>A server's answer is not of the form that it documents.</summary>
public sealed class RemoteAnswerException(string expected) : Exception($"The server's answer should hold {expected}.");
