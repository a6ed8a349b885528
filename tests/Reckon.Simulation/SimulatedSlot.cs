namespace Reckon.Simulation;

/// <summary>One token sequence of a simulated model.</summary>
internal sealed class SimulatedSlot(SimulatedLanguage language)
{
    private readonly List<int> _tokens = [];

    public int Length => _tokens.Count;

    public int this[int position] => _tokens[position];

    public SimulatedReader Reader { get; private set; } = new(language);

    public void Read(int token)
    {
        _tokens.Add(token);
        Reader.Read(token);
    }

    public void CopyFrom(SimulatedSlot other)
    {
        if (other == this)
        {
            return;
        }

        _tokens.Clear();
        _tokens.AddRange(other._tokens);
        Reader.CopyFrom(other.Reader);
    }

    public void Rewind(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length);
        _tokens.RemoveRange(length, _tokens.Count - length);
        Reader = new SimulatedReader(language);
        _tokens.ForEach(Reader.Read);
    }
}
