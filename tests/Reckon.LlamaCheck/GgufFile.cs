using System.Text;

namespace Reckon.LlamaCheck;

/// <summary>Writes a file in llama.cpp's format GGUF, version 3: what a model is, and its weights in single precision.</summary>
internal sealed class GgufFile
{
    private const int Alignment = 32;
    private readonly List<Action<BinaryWriter>> _fields = [];
    private readonly List<(string Name, int[] Shape, float[] Values)> _tensors = [];

    /// <summary>Adds a number.</summary>
    public void Add(string key, uint value) => Add(key, 4, writer => writer.Write(value));

    /// <summary>Adds a number.</summary>
    public void Add(string key, float value) => Add(key, 6, writer => writer.Write(value));

    /// <summary>Adds a truth value.</summary>
    public void Add(string key, bool value) => Add(key, 7, writer => writer.Write(value));

    /// <summary>Adds a text.</summary>
    public void Add(string key, string value) => Add(key, 8, writer => Write(writer, value));

    /// <summary>Adds texts.</summary>
    public void Add(string key, IReadOnlyCollection<string> values) => Add(key, 9, writer =>
    {
        writer.Write(8);
        writer.Write((ulong)values.Count);
        foreach (var value in values)
        {
            Write(writer, value);
        }
    });

    /// <summary>Adds numbers.</summary>
    public void Add(string key, IReadOnlyCollection<int> values) => Add(key, 9, writer =>
    {
        writer.Write(5);
        writer.Write((ulong)values.Count);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    });

    /// <summary>Adds weights.</summary>
    /// <param name="name">As llama.cpp calls them.</param>
    /// <param name="values">Row by row.</param>
    /// <param name="shape">Rows first.</param>
    public void Add(string name, float[] values, params int[] shape) => _tensors.Add((name, shape, values));

    /// <summary>Writes the file.</summary>
    public void Write(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write("GGUF"u8);
        writer.Write(3);
        writer.Write((ulong)_tensors.Count);
        writer.Write((ulong)_fields.Count);
        _fields.ForEach(write => write(writer));
        ulong offset = 0;
        foreach (var (name, shape, values) in _tensors)
        {
            Write(writer, name);
            writer.Write(shape.Length);
            Array.ForEach([.. shape.Reverse()], size => writer.Write((ulong)size));
            writer.Write(0); // Single precision.
            writer.Write(offset);
            offset += Padded((ulong)values.Length * sizeof(float));
        }

        foreach (var (_, _, values) in _tensors)
        {
            Pad(writer);
            Array.ForEach(values, writer.Write);
        }

        Pad(writer);
    }

    private void Add(string key, int kind, Action<BinaryWriter> value) => _fields.Add(writer =>
    {
        Write(writer, key);
        writer.Write(kind);
        value(writer);
    });

    private static ulong Padded(ulong size) => (size + Alignment - 1) / Alignment * Alignment;

    private static void Pad(BinaryWriter writer)
    {
        writer.Flush();
        var at = (ulong)writer.BaseStream.Position;
        writer.Write(new byte[Padded(at) - at]);
    }

    private static void Write(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }
}
