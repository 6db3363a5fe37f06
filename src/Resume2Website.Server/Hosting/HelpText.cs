namespace Resume2Website.Server.Hosting;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    public const string Text = """
        Resume2Website: a CV becomes a website, watched live.

        Usage: run.sh [--urls URL] [--KEY VALUE …]

          --urls URL                                  where to listen (ASPNETCORE_URLS); http://localhost:2000 by default
          --Resume2Website:DataDirectory PATH         where everything is kept
          --Resume2Website:LogDirectory PATH          where log files go, "none" for no files; by default /var/log/resume2website
                                                      or the user's state directory. They hold no text of CVs, no tags, no file names
          --Resume2Website:MaxUploadBytes N           the largest upload; 10485760 by default
          --Resume2Website:Access:OperatorKey KEY     the operators' key; needed on any address that is not loopback
          --Resume2Website:Access:AllowedOrigins:0 O  an origin whose pages may call this server
          --Resume2Website:InlineScheduling true      for thousands of streams on one server; off by default
          --Resume2Website:Limits:MaxQueuedJobs N     jobs that may wait; 1000 by default
          --Resume2Website:Limits:Workers N           jobs at the same time; 2 by default
          --Resume2Website:Limits:UploadDeadline T    how long a started job waits for its file; 00:15:00 by default
          --Resume2Website:Telemetry:OtlpEndpoint URL where traces and metrics go (OTLP/HTTP), such as http://localhost:4318; off by default
          --Resume2Website:Llm:Endpoint URL           a language model (OpenAI's API) that may read CVs of people who agree, such as
                                                      http://localhost:11434/v1; with :Llm:Model and :Llm:ApiKey; none by default
          --Resume2Website:Retention:Originals T      how long uploads are kept after processing; 1.00:00:00 by default
          --Resume2Website:Retention:Unpublished T    how long unpublished jobs are kept; 7.00:00:00 by default

        Every key can also stand in appsettings.json or the environment (Resume2Website__DataDirectory=…).
        """;
}
