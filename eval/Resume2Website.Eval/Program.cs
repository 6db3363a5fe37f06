using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Documents;
using Resume2Website.Eval;
using Resume2Website.Eval.Sites;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Rules;
using Resume2Website.SiteChecks;
using Resume2Website.Sites;
using Resume2Website.Templates;

MatchTimeLimit.Set();
const int WrongUsage = 64;
var measuresSites = args is ["sites", ..];
if (args.Contains("--help"))
{
    Console.WriteLine(measuresSites ? SitesOptions.Usage : EvalOptions.Usage);
    return 0;
}

await using var provider = new ServiceCollection().AddLogging().AddDocumentReader().AddResumeExtraction().AddSiteTemplates().BuildServiceProvider();
if (measuresSites)
{
    if (SitesOptions.Parse(args[1..]) is not { } wanted)
    {
        Console.Error.WriteLine(SitesOptions.Usage);
        return WrongUsage;
    }

    try
    {
        var people = new SitePeople(wanted, new Predictor(provider.GetRequiredService<IDocumentReader>(), provider.GetRequiredService<IResumeExtractor>()));
        return await new SitesRun(wanted, people, provider.GetRequiredService<ISiteRenderer>()).RunAsync(Console.Out);
    }
    catch (Exception exception) when (exception is ToolMissingException or ArgumentException or TimeoutException or InvalidOperationException)
    {
        Console.Error.WriteLine($"✗ {exception.Message}");
        return WrongUsage;
    }
}

if (EvalOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(EvalOptions.Usage);
    return WrongUsage;
}

IResumeExtractor extractor = options.RulesOnly ? new RuleExtractor() : provider.GetRequiredService<IResumeExtractor>();
var predictor = new Predictor(provider.GetRequiredService<IDocumentReader>(), extractor);
return await new EvalRun(options, predictor).RunAsync(Console.Out);
