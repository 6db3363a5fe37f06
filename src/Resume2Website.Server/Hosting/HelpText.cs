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
          --Resume2Website:PdfBrowser PATH            the Chromium that prints PDFs; the one on the PATH by default
          --Resume2Website:Access:OperatorKey KEY     the operators' key; needed on any address that is not loopback
          --Resume2Website:Access:AllowedOrigins:0 O  an origin whose pages may call this server
          --Resume2Website:Access:KnownProxies:0 A    a proxy, by address or network, whose X-Forwarded-For is believed; none by default
          --Resume2Website:InlineScheduling true      for thousands of streams on one server; off by default
          --Resume2Website:Limits:UploadsPerClient N  uploads of one client in 10 minutes (:UploadWindow); 20 by default, and 1000 of all
                                                      (:UploadsOfAll); operators and this machine itself are not counted
          --Resume2Website:Limits:LlmCvsPerClient N   CVs of one client that a language model reads in an hour (:LlmWindow); 10 by default,
                                                      and 500 requests in all (:LlmCallsOfAll); :Limits:Enabled false counts nothing
          --Resume2Website:Limits:ChangesPerClient N  changes of designs and texts by one client in 10 minutes (:DesignWindow); 1200 by default,
                                                      and 12000 of all (:ChangesOfAll); sites that are only looked at: :LooksPerClient
                                                      (6000), :LooksOfAll (60000)
          --Resume2Website:Limits:MaxQueuedJobs N     jobs that may wait; 1000 by default
          --Resume2Website:Limits:Workers N           jobs at the same time; 2 by default
          --Resume2Website:Limits:UploadDeadline T    how long a started job waits for its file; 00:15:00 by default
          --Resume2Website:Sites:PublicHost HOST      a second name of this server for published sites alone, such as cv.example.org;
                                                      by default they are under /s/ beside the application
          --Resume2Website:Telemetry:OtlpEndpoint URL where traces and metrics go (OTLP/HTTP), such as http://localhost:4318; off by default
          --Resume2Website:Llm:Endpoint URL           a language model (OpenAI's API) that may read CVs of people who agree, such as
                                                      http://localhost:11434/v1; with :Llm:Model and :Llm:ApiKey; none by default
          --Resume2Website:Retention:Originals T      how long uploads are kept after processing; 1.00:00:00 by default
          --Resume2Website:Retention:Unpublished T    how long unpublished jobs are kept; 7.00:00:00 by default

        Every key can also stand in appsettings.json or the environment (Resume2Website__DataDirectory=…).
        """;
}
