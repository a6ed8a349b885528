namespace Reckon.Storage;

/// <summary>The store cannot be opened or used.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
