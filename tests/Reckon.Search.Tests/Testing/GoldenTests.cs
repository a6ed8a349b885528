using Reckon.Testing;
using Xunit.Sdk;

namespace Reckon.Search.Tests.Testing;

public sealed class GoldenTests
{
    private static readonly bool _isWriting = Environment.GetEnvironmentVariable("GOLDEN") == "write";

    [Fact]
    public void A_text_that_is_the_same_passes() => Golden.Match("one\ntwo\n");

    [Fact]
    public void Line_ends_and_trailing_blanks_do_not_count() =>
        Golden.Match("one  \r\ntwo\r\n\r\n", test: nameof(A_text_that_is_the_same_passes));

    [Fact]
    public void A_text_that_differs_fails_and_shows_where()
    {
        Assert.SkipWhen(_isWriting, "Golden files are being rewritten.");

        var failure = Assert.Throws<XunitException>(() => Golden.Match("one\n2\n", test: nameof(A_text_that_is_the_same_passes)));

        Assert.Contains("  one\n- two\n+ 2\n", failure.Message, StringComparison.Ordinal);
        Assert.Contains("GOLDEN=write", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_a_golden_file_fails_and_is_shown()
    {
        Assert.SkipWhen(_isWriting, "Golden files are being rewritten.");

        var failure = Assert.Throws<XunitException>(() => Golden.Match("one", test: "there is none"));

        Assert.Contains("one", failure.Message, StringComparison.Ordinal);
    }
}
