using Reckon.Inference.Onnx.Sessions;

namespace Reckon.Inference.Onnx.Tests;

public sealed class MemoryShortageTests
{
    [Theory]
    [InlineData("[ErrorCode:RuntimeException] Non-zero status code returned while running MatMul node. bfc_arena.cc:376 Failed to allocate memory for requested buffer of size 2147483648", true)]
    [InlineData("[ErrorCode:RuntimeException] bfc_arena.cc:368 Available memory of 1024 is smaller than requested bytes of 2048", true)]
    [InlineData("[ErrorCode:RuntimeException] Exception during initialization: std::bad_alloc", true)]
    [InlineData("[ErrorCode:Fail] CUDA failure 2: out of memory ; GPU=0 ; expr=cudaMalloc", true)]
    [InlineData("[ErrorCode:Fail] CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED", true)]
    [InlineData("[ErrorCode:InvalidArgument] Non-zero status code returned while running Gather node. indices element out of data bounds, idx=900", false)]
    [InlineData("[ErrorCode:Fail] Exiting due to terminate flag being set to true.", false)]
    public void Is_known_by_the_runtimes_words(string message, bool expected) => Assert.Equal(expected, MemoryShortage.IsTold(message));
}
