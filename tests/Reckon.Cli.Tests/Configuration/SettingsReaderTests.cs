using System.Collections.Immutable;
using Reckon.Cli.Configuration;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Tests.Configuration;

public sealed class SettingsReaderTests
{
    [Fact]
    public void What_nobody_sets_is_the_default()
    {
        var settings = Read([]);

        Assert.Equal(new ReckonOptions().Engine, settings.Options.Engine);
        Assert.All(settings.All, setting => Assert.Equal(SettingSource.Default, setting.Source));
    }

    [Fact]
    public void The_command_line_counts_before_the_environment_and_that_before_the_file()
    {
        ImmutableArray<PlacedText> file =
            [File("1", "engine", "maxRows"), File("2", "router", "maxWaiting"), File("3", "router", "maxAttempts")];
        ImmutableArray<PlacedText> environment = [Variable("Engine__MaxRows", "10"), Variable("Router__MaxWaiting", "20")];
        ImmutableArray<PlacedText> flags =
            [new PlacedText(["Engine", "MaxRows"], "100", new SettingPlace(SettingSource.CommandLine, "--rows"))];

        var settings = Read(file, environment, flags);

        Assert.Equal((100, 20, 3),
            (settings.Options.Engine.MaxRows, settings.Options.Router.MaxWaiting, settings.Options.Router.MaxAttempts));
        Assert.Equal(
            ["--rows", "RECKON__Router__MaxWaiting", "reckon.yaml:7:3"],
            settings.All.Where(setting => setting.Place is not null).Select(setting => $"{setting.Place}"));
    }

    [Fact]
    public void Variables_may_be_in_any_case() => Assert.Equal(5, Read([Variable("engine__MAXROWS", "5")]).Options.Engine.MaxRows);

    [Fact]
    public void A_default_follows_the_setting_that_it_depends_on()
    {
        var settings = Read([Variable("Engine__MaxRows", "10")]);

        var parked = Assert.Single(settings.All, setting => setting.Setting.Property.Name == nameof(settings.Options.Engine.MaxParkedRows));
        Assert.Equal((5, SettingSource.Default), (parked.Value, parked.Source));
    }

    [Theory]
    [InlineData("Engine__MaxRows", "abc",
        "expected a whole number from 1 to 4,096, found 'abc'. Write such a number with digits only, such as 64.")]
    [InlineData("Engine__MaxRows", "4,096",
        "expected a whole number from 1 to 4,096, found '4,096'. Write such a number with digits only, such as 64.")]
    [InlineData("Engine__MaxRows", "4097",
        "expected a whole number from 1 to 4,096, found '4097'. Write such a number with digits only, such as 64.")]
    [InlineData("Engine__MaxRows", "",
        "expected a whole number from 1 to 4,096, found ''. Write such a number with digits only, such as 64.")]
    [InlineData("Execution__Threads", "5", "expected a whole number from 1 to 4 (the processors of this machine), found '5'. Write such a number with digits only, such as 1.")]
    [InlineData("Execution__Provider", "cudda", "expected one of Cpu, CudaPlugin, Cuda, Simulated, found 'cudda'. Did you mean 'Cuda'?")]
    [InlineData("Execution__Provider", "2", "expected one of Cpu, CudaPlugin, Cuda, Simulated, found '2'. Use one of: Cpu, CudaPlugin, Cuda, Simulated.")]
    [InlineData("Execution__PluginLibrary", " ", "expected the path of a file, found ' '. Write the path, or remove the setting.")]
    [InlineData("Router__Backoff", "2m",
        "expected a duration from 1ms to 1m, found '2m'. Write a whole number and ms, s, m or h, such as 50ms.")]
    [InlineData("Router__Backoff", "00:00:05",
        "expected a duration from 1ms to 1m, found '00:00:05'. Write a whole number and ms, s, m or h, such as 50ms.")]
    [InlineData("Router__Backoff", "99999999999999999999s",
        "expected a duration from 1ms to 1m, found '99999999999999999999s'. Write a whole number and ms, s, m or h, such as 50ms.")]
    [InlineData("Engine__MaxRow", "1", "unknown key 'MaxRow'. Did you mean 'MaxRows'?")]
    [InlineData("Engine__MaxRows__X", "1", "unknown key 'MaxRows__X'. Did you mean 'MaxRows'?")]
    [InlineData("Rooter__Backoff", "1s", "unknown section 'Rooter'. Did you mean 'Router'?")]
    [InlineData("Coordinator", "1s", "'Coordinator' is a section, and needs a key. Use one of: MaxProblemsRunning, OutstandingFactor, LoadInterval, CheckInterval.")]
    [InlineData("", "1", "unknown section ''. Use one of: Engine, Execution, Router, Coordinator, Strategies, Cluster, Membership, Worker, Simulated, Api, Client, Dashboard, Telemetry, Log.")]
    public void A_fault_names_the_variable_the_expectation_and_the_remedy(string name, string value, string fault) =>
        Assert.Equal([$"RECKON__{name}: {fault}"], Faults([Variable(name, value)]));

    [Theory]
    [InlineData("engine.maxRows", "no",
        "engine.maxRows: expected a whole number from 1 to 4,096, found 'no'. Write such a number with digits only, such as 64.")]
    [InlineData("engine.MaxRows", "1", "engine.MaxRows: unknown key 'MaxRows'. Did you mean 'maxRows'?")]
    [InlineData("Engine.maxRows", "1", "Engine.maxRows: unknown section 'Engine'. Did you mean 'engine'?")]
    [InlineData("coordinator.deep.x", "1", "coordinator.deep.x: unknown key 'deep.x'. Use one of: maxProblemsRunning, outstandingFactor, loadInterval, checkInterval.")]
    [InlineData("coordinator", "1",
        "coordinator: 'coordinator' is a section, and needs a key. Use one of: maxProblemsRunning, outstandingFactor, loadInterval, checkInterval.")]
    public void A_fault_in_a_file_names_the_line_too(string path, string value, string fault) =>
        Assert.Equal([$"reckon.yaml:7:3: {fault}"], Faults([File(value, path.Split('.'))]));

    [Fact]
    public void A_section_or_key_with_nothing_after_it_sets_nothing() =>
        Assert.All(Read([File(null, "router"), File(null, "engine", "maxRows")]).All, setting => Assert.Null(setting.Place));

    [Fact]
    public void A_value_that_a_later_layer_replaces_is_not_looked_at() =>
        Assert.Equal(3, Read([File("many", "engine", "maxRows")], [Variable("Engine__MaxRows", "3")]).Options.Engine.MaxRows);

    [Fact]
    public void Two_variables_for_one_setting_are_a_fault() => Assert.Equal(
        ["RECKON__engine__maxrows: RECKON__Engine__MaxRows sets the same setting. Keep one of them."],
        Faults([Variable("Engine__MaxRows", "1"), Variable("engine__maxrows", "2")]));

    [Fact]
    public void All_faults_of_all_layers_are_told_at_once() => Assert.Equal(
        3, Faults([File("1", "engin", "maxRows")], [Variable("Router__Backof", "1s")], [Variable("Engine__MaxRows", "0")]).Count());

    [Fact]
    public void Every_property_is_set_by_its_own_name()
    {
        ImmutableArray<PlacedText> values =
        [
            Variable("Execution__Provider", "cudaplugin"), Variable("Execution__PluginLibrary", "/lib/cuda.so"),
            Variable("Execution__HeadRewrite", "Top"),
            Variable("Router__Backoff", "20ms"), Variable("Router__MaxBackoff", "2m"), Variable("Coordinator__CheckInterval", "3s"),
        ];

        var options = Read(values).Options;

        Assert.Equal(("CudaPlugin", "/lib/cuda.so", "Top"),
            ($"{options.Execution.Provider}", options.Execution.PluginLibrary, $"{options.Execution.HeadRewrite}"));
        Assert.Equal(TimeSpan.FromMilliseconds(20), options.Router.Backoff);
        Assert.Equal(TimeSpan.FromMinutes(2), options.Router.MaxBackoff);
        Assert.Equal(TimeSpan.FromSeconds(3), options.Coordinator.CheckInterval);
    }

    private static EffectiveSettings Read(params ImmutableArray<ImmutableArray<PlacedText>> layers) =>
        Assert.IsType<Validated<EffectiveSettings>.Valid>(SettingsReader.Read(KnownSettings.On(processors: 4), layers)).Value;

    private static IEnumerable<string> Faults(params ImmutableArray<ImmutableArray<PlacedText>> layers) =>
        Assert.IsType<Validated<EffectiveSettings>.Invalid>(
            SettingsReader.Read(KnownSettings.On(processors: 4), layers)).Diagnostics.Select(fault => $"{fault}");

    private static PlacedText Variable(string name, string value) =>
        Assert.Single(EnvironmentLayer.Of(new Dictionary<string, string> { [$"RECKON__{name}"] = value, ["PATH"] = "/bin" }));

    private static PlacedText File(string? value, params string[] path) =>
        new([.. path], value, new SettingPlace(SettingSource.File, "reckon.yaml", 7, 3, string.Join('.', path)));
}
