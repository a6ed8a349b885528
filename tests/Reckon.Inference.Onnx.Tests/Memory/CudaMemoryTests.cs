using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx.Tests.Memory;

public sealed class CudaMemoryTests
{
    private const int Device = 3;
    private readonly LateCuda _cuda = new(Device, bytes: 1_000);
    private readonly CudaMemory _memory;

    public CudaMemoryTests() => _memory = new CudaMemory(_cuda, Device, OrtMemoryInfo.DefaultInstance);

    [Fact]
    public void What_was_copied_is_there_when_it_has_settled()
    {
        using var buffer = _memory.Allocate(16);
        _memory.Settle();
        ((ReadOnlySpan<byte>)[1, 2, 3, 4, 5, 6]).CopyTo(Bytes(buffer));

        _memory.Copy(new Pieces(buffer, Start: 0, Pitch: 3), new Pieces(buffer, Start: 8, Pitch: 4), length: 2, count: 2);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0], Bytes(buffer)[8..].ToArray());

        _memory.Settle();
        Assert.Equal([1, 2, 0, 0, 4, 5, 0, 0], Bytes(buffer)[8..].ToArray());
    }

    [Fact]
    public void Clears_pieces_and_nothing_between_them()
    {
        using var buffer = _memory.Allocate(6);
        _memory.Settle();
        Bytes(buffer).Fill(7);

        _memory.Clear(new Pieces(buffer, Start: 1, Pitch: 3), length: 2, count: 2);
        _memory.Settle();

        Assert.Equal([7, 0, 0, 7, 0, 0], Bytes(buffer).ToArray());
    }

    [Fact]
    public async Task A_thread_that_did_not_allocate_it_may_use_it_and_give_it_back()
    {
        var buffer = _memory.Allocate(4);
        await Task.Factory.StartNew(
            () =>
            {
                _memory.Settle();
                _memory.Clear(new Pieces(buffer, Start: 0, Pitch: 4), length: 4, count: 1);
                _memory.Settle();
                buffer.Dispose();
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.Equal(0, _cuda.Allocated);
    }

    [Theory]
    [InlineData(-1, 4, 2, 1)]
    [InlineData(0, 4, 17, 1)]
    [InlineData(8, 4, 4, 3)]
    [InlineData(0, 3, 4, 2)]
    [InlineData(0, 3, 4, 1)]
    public void Pieces_that_are_not_in_the_buffer_or_overlap_are_refused(long start, long pitch, int length, int count)
    {
        using var buffer = _memory.Allocate(16);
        var pieces = new Pieces(buffer, start, pitch);

        Assert.Throws<ArgumentOutOfRangeException>(() => _memory.Copy(pieces, pieces, length, count));
        Assert.Throws<ArgumentOutOfRangeException>(() => _memory.Clear(pieces, length, count));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HostMemory().Clear(pieces, length, count));
    }

    [Fact]
    public void A_device_that_has_too_little_memory_says_which_and_why()
    {
        var shortage = Assert.Throws<DeviceMemoryException>(() => _memory.Allocate(2_000));

        Assert.Contains("cudaMalloc on device 3: out of memory", shortage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_free_is_asked_and_what_was_allocated_is_given_back()
    {
        using (_memory.Allocate(400))
        {
            Assert.Equal(600, _memory.FreeBytes());
        }

        Assert.Equal(1_000, _memory.FreeBytes());
    }

    [Fact]
    public void Only_short_memory_is_called_short()
    {
        using var buffer = _memory.Allocate(4);
        var other = new CudaMemory(new LateCuda(device: 7) { IsBroken = true }, 7, OrtMemoryInfo.DefaultInstance);

        var fault = Assert.Throws<InvalidOperationException>(() => other.Clear(new Pieces(buffer, Start: 0, Pitch: 4), length: 4, count: 1));

        Assert.Equal("cudaMemset2D on device 7: invalid argument", fault.Message);
    }

    [Fact]
    public void Of_buffers_that_do_not_all_fit_none_is_kept()
    {
        Assert.Throws<DeviceMemoryException>(() => CacheBuffer.Allocate(_memory, count: 4, length: 300));

        Assert.Equal(0, _cuda.Allocated);
    }

    [Theory]
    [InlineData(ExecutionProvider.Cuda, true, true, true)]
    [InlineData(ExecutionProvider.Cuda, false, true, false)] // No kernel.
    [InlineData(ExecutionProvider.Cuda, true, false, false)] // Not wanted.
    [InlineData(ExecutionProvider.CudaPlugin, true, true, false)]
    [InlineData(ExecutionProvider.Cpu, true, true, false)]
    public void The_cache_is_on_the_device_where_CUDA_runs_the_attention(ExecutionProvider provider, bool isHalf, bool isWanted, bool isOnDevice)
    {
        var execution = new OnnxExecutionOptions { Provider = provider, Device = Device, KeepsCacheOnDevice = isWanted };

        var memory = CacheMemory.For(execution, new CacheShape(1, 1, 8) { IsHalf = isHalf }, () => _cuda);

        Assert.Equal(isOnDevice, memory is CudaMemory);
        Assert.Equal(provider == ExecutionProvider.Cuda && isWanted ? 1_000 : null, CacheMemory.FreeBytes(execution, () => _cuda));
    }

    [Fact]
    public void Without_CUDA_the_cache_is_in_the_machines_memory_and_nothing_is_known_of_the_devices()
    {
        var execution = new OnnxExecutionOptions { Provider = ExecutionProvider.Cuda };

        Assert.IsType<HostMemory>(CacheMemory.For(execution, new CacheShape(1, 1, 8) { Layout = CacheLayout.Concat }, () => null));
        Assert.Null(CacheMemory.FreeBytes(execution, () => null));
    }

    [Fact(Explicit = true)]
    public void On_a_machine_with_CUDA_the_cache_is_on_the_device()
    {
        var execution = new OnnxExecutionOptions { Provider = ExecutionProvider.Cuda };

        Assert.IsType<CudaMemory>(CacheMemory.For(execution, new CacheShape(1, 1, 8) { IsHalf = true }));
        Assert.InRange(CacheMemory.FreeBytes(execution)!.Value, 1, long.MaxValue);
    }

    private static unsafe Span<byte> Bytes(CacheBuffer buffer) => new((void*)buffer.Address, (int)buffer.Length);
}
