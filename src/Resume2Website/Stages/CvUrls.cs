namespace Resume2Website.Stages;

/// <summary>Where the parts of a job are, on the server that runs it.</summary>
public static class CvUrls
{
    /// <summary>The job itself.</summary>
    public static string Job(string jobId) => $"/api/v1/cv/{jobId}";

    /// <summary>The preview of the site.</summary>
    public static string Site(string jobId) => $"{Job(jobId)}/site/";

    /// <summary>The site as a zip archive.</summary>
    public static string Download(string jobId) => $"{Job(jobId)}/site.zip";

    /// <summary>The résumé as JSON Resume.</summary>
    public static string Resume(string jobId) => $"{Job(jobId)}/resume.json";

    /// <summary>The lines of the document that the résumé was read from.</summary>
    public static string Lines(string jobId) => $"{Job(jobId)}/lines";

    /// <summary>A section within the résumé, by JSON pointer.</summary>
    public static string Section(string jobId, string section) => $"{Resume(jobId)}#/{section}";
}
