using System.Collections.Immutable;
using Reckon.Contracts.Models;
using Reckon.Inference.Folders;

namespace Reckon.Cli.Running;

/// <summary>A model of a sweep.</summary>
/// <param name="Description">What it is.</param>
/// <param name="Texts">How it reads each problem of the sweep's dataset, in order.</param>
/// <param name="Folder">Where it lies; null where only the workers of a cluster have it.</param>
internal sealed record SweepModel(ModelDescription Description, ImmutableArray<TextReading> Texts, ModelFolder? Folder = null);
