using System.Text;
using Reckon.Cli.Output;

namespace Reckon.Cli.Tests.Output;

public sealed class BestEffortWriterTests
{
    [Fact]
    public async Task Writes_what_it_is_given()
    {
        var text = new StringWriter();
        await using var writer = new BestEffortWriter(text);

        await writer.WriteLineAsync("a line");
        await writer.WriteAsync('x');
        await writer.WriteAsync("yz".ToCharArray(), 0, 2);
        await writer.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Equal($"a line{Environment.NewLine}xyz", text.ToString());
    }

    [Fact]
    public async Task What_cannot_be_written_is_left_out_and_nothing_throws()
    {
        await using var writer = new BestEffortWriter(new FullWriter());

        await writer.WriteLineAsync("lost");
        await writer.WriteAsync('x');
        await writer.WriteAsync("yz".ToCharArray(), 0, 2);
        await writer.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Throws<IOException>(() => new FullWriter().Write('x')); // So it is the writer that lets it pass.
    }

    // As standard error on a disk without room.
    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Flush() => throw new IOException("No space left on device");
    }
}
