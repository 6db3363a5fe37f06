namespace BackgroundWorker;

/// <summary>Which folder's text files are counted.</summary>
internal sealed record LineCountOptions(string Folder);
