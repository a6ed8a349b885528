namespace Reckon.Inference.Engines;

/// <summary>What an engine's thread runs. Used by that thread alone, but for <see cref="RowsInUse"/>.</summary>
internal interface IEngineLoop
{
    /// <summary>Rows that run now.</summary>
    int RowsInUse { get; }

    /// <summary>Does a piece of work and returns whether there is more. Never throws.</summary>
    bool Turn();

    /// <summary>Fails what is unanswered and frees the model. Called once, last.</summary>
    void Close();
}
