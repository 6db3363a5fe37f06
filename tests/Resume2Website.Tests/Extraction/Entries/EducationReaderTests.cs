using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Tests.Extraction.Entries;

/// <summary>Where a degree ends and its field begins.</summary>
public sealed class EducationReaderTests
{
    [Theory]
    [InlineData("Master di I livello in Scienze Motorie", "Master di I livello", "Scienze Motorie")]
    [InlineData("MASTER DI I LIVELLO IN SCIENZE MOTORIE", "MASTER DI I LIVELLO", "SCIENZE MOTORIE")]
    [InlineData("Diploma di scuola superiore", "Diploma di scuola superiore", null)]
    [InlineData("Laurea di Ingegneria", "Laurea", "Ingegneria")]
    [InlineData("Brevet des collèges", "Brevet des collèges", null)]
    [InlineData("BREVET DES COLLÈGES", "BREVET DES COLLÈGES", null)]
    [InlineData("Studium der Informatik", "Studium", "Informatik")]
    [InlineData("Studium des Maschinenbaus", "Studium", "Maschinenbaus")]
    [InlineData("STUDIUM DER INFORMATIK", "STUDIUM", "INFORMATIK")]
    [InlineData("Grado en Enfermería", "Grado", "Enfermería")]
    public void Read_ADegree_IsPartedFromItsField(string degree, string type, string? area)
    {
        var school = EducationReader.Read(LayoutAnalysis.Analyze(Sheet.Text($"{degree}, Politechnika Beskidzka, 2010 – 2015")).Lines).Should().ContainSingle().Subject;

        (school.StudyType?.Text, school.Area?.Text).Should().Be((type, area));
    }
}
