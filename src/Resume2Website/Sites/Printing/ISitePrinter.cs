using LiveWorkflows.Errors;

namespace Resume2Website.Sites.Printing;

/// <summary>Prints a site as a PDF, as a browser would on paper.</summary>
/// <remarks>Thread-safe. The same site and options give the same bytes, as long as the same version of the same browser prints.</remarks>
public interface ISitePrinter
{
    /// <summary>Whether what it prints with is installed.</summary>
    bool IsAvailable { get; }

    /// <summary>Prints.</summary>
    /// <exception cref="WorkflowException">It could not be printed: one of <see cref="PrintingErrors"/>.</exception>
    Task<byte[]> PrintAsync(Site site, PrintOptions options, CancellationToken cancellationToken = default);
}
