namespace Resume2Website.Server.Hosting;

/// <summary>Tells a person's browser from a program.</summary>
internal static class BrowserRequests
{
    /// <summary>Whether a browser opens this address, or frames it: only then is HTML what is wanted first. A page's own scripts take anything.</summary>
    public static bool IsOpenedInABrowser(this HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
