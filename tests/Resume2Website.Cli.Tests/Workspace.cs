namespace Resume2Website.Cli.Tests;

/// <summary>A folder of a test's own, with a CV of somebody who does not exist.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resume2website-");

    public Workspace() => File.WriteAllText(Cv, """
        Ada Exemplar
        Software Engineer
        ada@example.org | +49 30 901820 | Berlin, Germany

        Summary
        Engineer who builds reliable payment systems.

        Work Experience
        Senior Software Engineer, Northwind Example GmbH
        March 2019 – Present
        - Led the move of the billing system to events
        - Cut the time of a release from days to minutes

        Software Engineer, Contoso Example AG
        June 2015 – February 2019
        - Wrote the first version of the ledger

        Education
        M.Sc. Computer Science, Technical University of Berlin
        2013 – 2015

        Skills
        C#, PostgreSQL, Kafka, Docker, Linux

        Languages
        German (native), English (fluent)
        """);

    public string Cv => At("cv.txt");

    public string Site => At("site");

    public string At(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
