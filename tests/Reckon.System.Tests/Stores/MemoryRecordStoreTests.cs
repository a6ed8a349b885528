using Reckon.Coordinator.Stores;

namespace Reckon.System.Tests.Stores;

public sealed class MemoryRecordStoreTests : RecordStoreKit
{
    private protected override IRecordStore Store { get; } = new MemoryRecordStore();
}
