using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Tests.Extraction.Entries;

public sealed class EntryReaderTests
{
    [Fact]
    public void Listed_WhatSoundsLikeAFirm_IsTheNameWhereThereIsNoOther() =>
        EntryReader.Listed(LayoutAnalysis.Analyze(Sheet.Text("- Fire Warden Training\n- Quality Auditor")).Lines).Select(entry => (entry.Title?.Text, entry.Organization?.Text)).Should().Equal(
            ("Fire Warden Training", null), ("Quality Auditor", null));
}
