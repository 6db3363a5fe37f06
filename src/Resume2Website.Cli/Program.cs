using Resume2Website.Cli.Commands;
using Resume2Website.Cli.Running;
using Resume2Website.Extraction;

MatchTimeLimit.Set();

// The reader takes longest to start: it does so while the arguments are still being read.
var engine = new Lazy<Task<Engine>>(() => Task.Run(Engine.Start));
if (args is ["build" or "extract", _, ..]) _ = engine.Value;
try
{
    return await CommandLine.RunAsync(args, () => engine.Value);
}
finally
{
    if (engine.IsValueCreated) await (await engine.Value).DisposeAsync();
}
