using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Documents;
using Resume2Website.Eval;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Rules;

if (args is ["--help"])
{
    Console.WriteLine(EvalOptions.Usage);
    return 0;
}

if (EvalOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(EvalOptions.Usage);
    return 64;
}

await using var provider = new ServiceCollection().AddLogging().AddDocumentReader().AddResumeExtraction().BuildServiceProvider();
IResumeExtractor extractor = options.RulesOnly ? new RuleExtractor() : provider.GetRequiredService<IResumeExtractor>();
var predictor = new Predictor(provider.GetRequiredService<IDocumentReader>(), extractor);
return await new EvalRun(options, predictor).RunAsync(Console.Out);
