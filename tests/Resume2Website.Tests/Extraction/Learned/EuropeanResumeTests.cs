using Resume2Website.Extraction.Learned;
using Resume2Website.Resumes;

namespace Resume2Website.Tests.Extraction.Learned;

public sealed class EuropeanResumeTests
{
    [Fact]
    public async Task Extract_GermanWithLabels_FindsPersonAndLanguagesAmongSkills()
    {
        var resume = await Extract("""
            Lebenslauf

            Persönliche Daten
            Name: Friedrich Amsel
            Geburtsdatum: 12.03.1988
            Anschrift: Rosenweg 5, 80331 München
            E-Mail: friedrich.amsel@example.org

            Berufserfahrung
            04/2016 - heute Technischer Leiter
            Isar Maschinenbau GmbH, München
            - Verantwortlich für 25 Mitarbeiter
            09/2012 - 03/2016 Konstruktionsingenieur
            Donau Antriebe AG, Regensburg
            - Entwicklung von Getrieben

            Kenntnisse
            CAD: CATIA V5, SolidWorks
            Sprachen: Englisch (verhandlungssicher), Italienisch (Grundkenntnisse)
            """);

        (resume.Basics.Name, resume.Basics.Location!.PostalCode, resume.Basics.Location.City).Should().Be(("Friedrich Amsel", "80331", "München"));
        resume.Work.Select(entry => (entry.Position, entry.Name, entry.Location, entry.EndDate)).Should().Equal(
            ("Technischer Leiter", "Isar Maschinenbau GmbH", "München", null),
            ("Konstruktionsingenieur", "Donau Antriebe AG", "Regensburg", "2016-03"));
        resume.Languages.Select(language => (language.Language, language.Fluency)).Should().Equal(("Englisch", "verhandlungssicher"), ("Italienisch", "Grundkenntnisse"));
        resume.Skills.Should().ContainSingle();
        resume.Other.SelectMany(section => section.Lines).Should().Contain("Geburtsdatum: 12.03.1988");
    }

    [Fact]
    public async Task Extract_SpanishEmployersFirst_TellsTitleFromEmployer()
    {
        var resume = await Extract("""
            Lucía Montenegro Prieto
            lucia.montenegro@example.org

            # Experiencia laboral
            Hospital Virgen del Olivar – Sevilla
            Enfermera instrumentista, marzo de 2017 – actualidad
            - Instrumentación en traumatología

            Clínica San Telmo – Cádiz
            Enfermera, septiembre de 2013 – febrero de 2017
            - Planta de medicina interna

            # Formación
            Grado en Enfermería, Universidad de la Bahía, 2009 – 2013
            """);

        resume.Work.Select(entry => (entry.Position, entry.Name, entry.Location, entry.StartDate)).Should().Equal(
            ("Enfermera instrumentista", "Hospital Virgen del Olivar", "Sevilla", "2017-03"),
            ("Enfermera", "Clínica San Telmo", "Cádiz", "2013-09"));
        var school = resume.Education.Should().ContainSingle().Subject;
        (school.StudyType, school.Area, school.Institution).Should().Be(("Grado", "Enfermería", "Universidad de la Bahía"));
    }

    [Fact]
    public async Task Extract_PolishOneLineEntries_FindsEachPart()
    {
        var resume = await Extract("""
            Katarzyna Nowak
            k.nowak@example.org

            Doświadczenie zawodowe
            październik 2019 – obecnie: Kierownik projektu, Budowa Wisła Sp. z o.o., Kraków
            - Nadzór nad budową trzech mostów
            2015 – 2019: Inżynier budowy, Mosty Karpackie S.A., Tarnów

            Wykształcenie
            2010 – 2015 Politechnika Beskidzka, magister inżynier, Budownictwo
            """);

        resume.Work.Select(entry => (entry.Position, entry.Name, entry.Location, entry.StartDate)).Should().Equal(
            ("Kierownik projektu", "Budowa Wisła Sp. z o.o.", "Kraków", "2019-10"),
            ("Inżynier budowy", "Mosty Karpackie S.A.", "Tarnów", "2015"));
        resume.Education.Should().ContainSingle().Which.Institution.Should().Be("Politechnika Beskidzka");
    }

    [Fact]
    public async Task Extract_ItalianDatesAboveTheTitle_BelongToIt()
    {
        var work = (await Extract("""
            Giulia Ferrante
            giulia.ferrante@example.org

            Esperienza lavorativa

            Da marzo 2018 a oggi
            Responsabile vendite
            Officine Meccaniche Borea S.r.l., Torino
            - Gestione di 40 clienti

            2014 - 2018
            Impiegata commerciale
            Tessuti Alpini S.p.A., Biella
            """)).Work;

        work.Select(entry => (entry.Position, entry.Name, entry.StartDate, entry.EndDate)).Should().Equal(
            ("Responsabile vendite", "Officine Meccaniche Borea S.r.l.", "2018-03", null),
            ("Impiegata commerciale", "Tessuti Alpini S.p.A.", "2014", "2018"));
    }

    [Fact]
    public async Task Extract_PlacesBesideDates_AreNoEmployers()
    {
        var work = (await Extract("""
            Amara Osei
            amara@example.org

            Experience

            Kumasi Labs
            Lead Product Designer
            Jan 2021 – Present · Accra, Ghana
            - Ran 60 interviews

            Product Designer
            Mar 2018 – Dec 2020 · Accra, Ghana
            - Shipped the first design system
            """)).Work;

        work.Select(entry => (entry.Position, entry.Name, entry.Location)).Should().Equal(
            ("Lead Product Designer", "Kumasi Labs", "Accra, Ghana"), ("Product Designer", "Kumasi Labs", "Accra, Ghana"));
    }

    private static async Task<Resume> Extract(string text) =>
        (await new LearnedExtractor().ExtractAsync(Sheet.Text(text), cancellationToken: TestContext.Current.CancellationToken)).Resume;
}
