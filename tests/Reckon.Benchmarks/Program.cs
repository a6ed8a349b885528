using System.Globalization;
using Reckon.Benchmarks;
using Reckon.Benchmarks.Inference;
using Reckon.Benchmarks.Launch;
using Reckon.Benchmarks.Rounds;
using Reckon.Benchmarks.Scale;
using Reckon.Benchmarks.Sweeps;
using Reckon.Benchmarks.Viewing;
using Reckon.Benchmarks.Watching;

// One benchmark a word; each prints its own table. Without a word, all of them.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    [] => await AllBenchmarks.RunAsync(),
    ["engine-against-bare-loop", .. var rest] => await EngineAgainstBareLoop.RunAsync(rest),
    ["engine-costs", .. var rest] => await EngineCosts.RunAsync(rest),
    ["sweep-against-bare-loops", .. var rest] => await SweepAgainstBareLoops.RunAsync(rest),
    ["strategies-against-best-of-n", .. var rest] => await StrategiesAgainstBestOfN.RunAsync(rest),
    ["start-up", .. var rest] => await StartUp.RunAsync(rest),
    ["device-sharing", .. var rest] => await DeviceSharing.RunAsync(rest),
    ["large-vocabulary", .. var rest] => await LargeVocabulary.RunAsync(rest),
    ["user-models", .. var rest] => await UserModels.RunAsync(rest),
    ["large-model", .. var rest] => await LargeModelCosts.RunAsync(rest),
    ["sampler", .. var rest] => await SamplerCosts.RunAsync(rest),
    ["prefix-caches", .. var rest] => await PrefixCaches.RunAsync(rest),
    ["threads-of-sessions", .. var rest] => await ThreadsOfSessions.RunAsync(rest),
    ["asynchronous-rounds", .. var rest] => await AsynchronousRounds.RunAsync(rest),
    ["price-of-repeatability", .. var rest] => await PriceOfRepeatability.RunAsync(rest),
    ["many-trials", .. var rest] => await ManyTrials.RunAsync(rest),
    ["scale", .. var rest] => await ScaleBench.RunAsync(rest),
    ["watchers", .. var rest] => await WatcherCosts.RunAsync(rest),
    ["viewers", .. var rest] => await ViewerCosts.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        Reckon.Benchmarks [benchmark] [arguments]     without arguments: all of them, one after the other

          engine-against-bare-loop [models folder]   tokens/s of the engine over a hand-written decode loop
          engine-costs [models folder]               prefill, fork, decode and scoring, one by one
          sweep-against-bare-loops [sweep file]      wall time of a sweep over both models on hand-written loops
          strategies-against-best-of-n [strategies]  wall time of other strategies at the same n
          many-trials [redis] [problems] [trials]    memory, writes and time of a sweep of very many small trials; not among all of them
          start-up                                   time to the first line and the first trial, memory, processor time
          device-sharing [models folder]             both engines at any time, and in turns; on one core with taskset -c 0
          large-vocabulary [vocabulary sizes]        steps and prompts with the head as it is and rewritten
          user-models [width] [exports]              tokens/s over a bare loop for each layout and type that exporters write
          large-model                                where the time goes with a hundred million weights and a vocabulary of 150,000
          sampler [vocabulary sizes]                 what a draw costs, by vocabulary and way to draw
          prefix-caches [models folder]              beam search with and without kept prefixes, and best-of-64
          threads-of-sessions [models folder]        one session on two threads, two sessions on one thread each
          scale kill|stop                            the longest pause when one of three worker processes is killed or stopped
          scale [workers] [seconds] [best-of-n|beam] [coordinators]
                                                     coordinators in front of many devices that only keep time
          watchers [count] [rounds]                  what those who watch a sweep cost it: with none and with 200 of them, by turns
          viewers [count] [rounds]                   what those who keep a sweep's page open cost it, of the cluster's processor time
          asynchronous-rounds [models folder]        time of searches with asynchronous rounds over those without
          price-of-repeatability [models folder]     what it costs that each token always takes the same path
        """);
    return 1;
}
