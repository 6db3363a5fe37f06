using Microsoft.Extensions.Options;

namespace Resume2Website.Documents;

/// <summary>Refuses options with which no document could be read.</summary>
internal sealed class ReaderOptionsValidator : IValidateOptions<ReaderOptions>
{
    public ValidateOptionsResult Validate(string? name, ReaderOptions options)
    {
        var failures = new List<string>();
        if (options.Spares < 0) failures.Add($"{nameof(ReaderOptions.Spares)} must not be negative.");
        if (options.MaxReaders < 1) failures.Add($"{nameof(ReaderOptions.MaxReaders)} must be at least 1.");
        if (options.DocumentsPerReader < 1) failures.Add($"{nameof(ReaderOptions.DocumentsPerReader)} must be at least 1.");
        if (options.HeapBytes < 32 << 20) failures.Add($"{nameof(ReaderOptions.HeapBytes)} must be at least 32 MB.");
        if (options.TreeBytes < options.HeapBytes) failures.Add($"{nameof(ReaderOptions.TreeBytes)} must not be less than {nameof(ReaderOptions.HeapBytes)}.");
        if (new[] { options.StartLimit, options.OpeningLimit, options.PageLimit, options.RecognitionLimit, options.WatchInterval }.Any(limit => limit <= TimeSpan.Zero)) failures.Add("The reader's times must be more than zero.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
