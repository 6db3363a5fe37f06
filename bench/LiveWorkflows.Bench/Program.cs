using LiveWorkflows.Bench;

return args switch
{
    ["step"] => await StepCost.RunAsync(),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        Measures what LiveWorkflows costs. Usage: bench/run.sh NAME

          step    a tracked step operation on the caller's thread: bursts of 10,000, pump keeping up, an event log that takes everything
        """);
    return 0;
}
