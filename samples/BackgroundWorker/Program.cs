// A host with a worker: what the worker's plain ILogger writes inside a step becomes the step's log.
using BackgroundWorker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("Usage: BackgroundWorker FOLDER");
    return 2;
}

var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Logging.AddWorkflowCapture();
builder.Services.AddLiveWorkflowsInMemory();
builder.Services.AddLiveWorkflows();
builder.Services.AddSingleton(new LineCountOptions(folder));
builder.Services.AddHostedService<LineCounter>();
await builder.Build().RunAsync();
return Environment.ExitCode;
