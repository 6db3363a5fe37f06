using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Documents;
using Resume2Website.Eval;
using Resume2Website.Extraction;

if (EvalOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(EvalOptions.Usage);
    return 64;
}

await using var provider = new ServiceCollection().AddLogging().AddDocumentReader().AddResumeExtraction().BuildServiceProvider();
var predictor = new Predictor(provider.GetRequiredService<IDocumentReader>(), provider.GetRequiredService<IResumeExtractor>());
return await new EvalRun(options, predictor).RunAsync(Console.Out);
