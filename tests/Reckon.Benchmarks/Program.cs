using Reckon.Benchmarks;

// One benchmark a word; each prints its own table. Without a word, the words.
return args switch
{
    ["engine-against-bare-loop", .. var rest] => await EngineAgainstBareLoop.RunAsync(rest),
    ["engine-costs", .. var rest] => await EngineCosts.RunAsync(rest),
    ["prefix-caches", .. var rest] => await PrefixCaches.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        Reckon.Benchmarks <benchmark> [arguments]

          engine-against-bare-loop [models folder]   tokens/s of the engine over a hand-written decode loop
          engine-costs [models folder]               prefill, fork, decode and scoring, one by one
          prefix-caches [models folder]              beam search with and without kept prefixes, and best-of-64
        """);
    return 1;
}
