using System.Runtime.CompilerServices;

namespace Resume2Website.Bench.Documents;

/// <summary>Where the programs lie that are built beside the benchmarks.</summary>
internal static class Checkout
{
    /// <summary>A path below the repository's root.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Root(), relative);

    private static string Root([CallerFilePath] string thisFile = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(thisFile)!, "../../.."));
}
