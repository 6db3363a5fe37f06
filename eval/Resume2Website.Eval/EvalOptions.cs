namespace Resume2Website.Eval;

/// <summary>What is measured and what is written.</summary>
/// <param name="Directory">Holds <c>docs/</c> and, for the figures, <c>truth/</c>.</param>
/// <param name="PredictionDirectory">Where predictions are written; null for nowhere.</param>
/// <param name="RulesOnly">Whether the engine of rules is measured and not the one that ships.</param>
/// <param name="ShownFile">A file whose lines are shown instead; null for none.</param>
internal sealed record EvalOptions(string Directory, string? PredictionDirectory, string? ShownFile = null, bool RulesOnly = false)
{
    public const string Usage = """
        Usage: eval/run.sh DIR [--write PREDICTIONS]   measure; DIR holds docs/ and truth/
               eval/run.sh --show FILE                 show the sections and lines that the engine sees
        Behind any of them: --rules                    the engine of rules alone, without the learned model
        """;

    public static EvalOptions? Parse(string[] args) => args switch
    {
        ["--show", var file] when File.Exists(file) => new EvalOptions("", null, file),
        [.. var rest, "--rules"] when rest.Length > 0 => Parse(rest) is { } options ? options with { RulesOnly = true } : null,
        [var directory] when IsGood(directory) => new EvalOptions(directory, null),
        [var directory, "--write", var predictions] when IsGood(directory) => new EvalOptions(directory, predictions),
        _ => null,
    };

    private static bool IsGood(string directory) => System.IO.Directory.Exists(Path.Combine(directory, "docs"));
}
