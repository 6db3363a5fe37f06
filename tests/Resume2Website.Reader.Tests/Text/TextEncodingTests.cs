using System.Text;
using Resume2Website.Screening;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Text;

/// <summary>CVs in every encoding that their language has; a wrong guess would show as wrong letters.</summary>
public sealed class TextEncodingTests
{
    private const string German = "Jörg Größer\nGärtnermeister in Köln\nBerufserfahrung\n2019 – heute Obstgärten Süßwald GmbH\nPflege von 900 Bäumen, Führung eines Teams\nÜbersetzung für die Straßenbahn\nÄpfel, Öle, Über 20 Sträucher";
    private const string French = "Zoé Lefèvre\nChef pâtissière à Nîmes\nExpérience professionnelle\n2019 – aujourd'hui L'Œuf à la neige\nGestion de l'équipe, création des gâteaux où le goût prime\nÉlève à l'école hôtelière, diplôme reçu en août";
    private const string FrenchWithOneAccent = "Paul Martin\nComptable\nTravail dans une banque de Paris avec une bonne équipe, puis chez un notaire\nStage de fin de cycle dans le nord du pays";
    private const string FrenchWithAGrave = "Paul Martin\nComptable dans une banque de Paris avec les clients du nord, le premier poste de la carrière\nIl travaille à Nantes";
    private const string Polish = "Łukasz Żółć\nInżynier oprogramowania, Kraków\nDoświadczenie zawodowe\n2019 - obecnie Źródło Wiedzy S.A.\nKierowałem zespołem pięciu osób, wdrażałem systemy księgowe\nWykształcenie: Politechnika Śląska, język polski ojczysty\nŚwietna znajomość języka niemieckiego";
    private const string PolishWithFewLetters = "Jan Nowak\nKierowca\nPraca w firmie transportowej, obsługa klienta i prowadzenie pojazdu na terenie kraju oraz za granica\nMam prawo jazdy od 10 lat";
    private const string Czech = "Jiří Dvořák\nÚčetní, Plzeň\nPracovní zkušenosti\n2019 - dosud Křižíkova továrna, vedení účetnictví\nŘidičský průkaz, znalost angličtiny, žádné dluhy, Šťastný člověk, ďábelský ťuhýk";
    private const string Hungarian = "Kovács Ernő\nMérnök, Győr\nSzakmai tapasztalat\n2019 - jelenleg Fűtőmű Kft., tervezés és műszaki ellenőrzés\nNyelvtudás: német felsőfok, anyanyelv magyar, több tűzvédelmi őrség";
    private const string Russian = "Анна Соколова\nИнженер, Москва\nОпыт работы\n2019 - по настоящее время ООО Ромашка\nРуководила отделом, внедряла системы учёта на C# и PostgreSQL\nОбразование: Технический университет";
    private const string Spanish = "José Núñez\nMédico en Málaga\nExperiencia: dirección del área de niños, atención a pacientes\nEducación: Universidad de León, año 2010";

    public static TheoryData<string, int> Cvs
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var western in new[] { German, French, FrenchWithOneAccent, FrenchWithAGrave, Spanish })
            {
                data.Add(western, 1252);
                data.Add(western, 10000);
            }

            foreach (var central in new[] { Polish, PolishWithFewLetters, Czech, Hungarian, German.Replace('–', '-') })
            {
                data.Add(central, 1250);
                data.Add(central, 28592);
            }

            data.Add(Russian, 1251);
            foreach (var any in new[] { German, French, Polish, Russian })
            {
                data.Add(any, 65001);
                data.Add(any, 1200);
                data.Add(any, 1201);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cvs))]
    public void Read_AnyEncodingOfItsLanguage_GivesItsLetters(string cv, int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var marked = (byte[])[.. encoding.Preamble, .. encoding.GetBytes(cv)];
        foreach (var content in codePage is 65001 ? [marked, encoding.GetBytes(cv)] : codePage is 1200 or 1201 && cv == Russian ? [marked] : new[] { marked, encoding.GetBytes(cv) })
        {
            FileScreen.Screen("cv.txt", content).Format.Should().Be(Format.Text);
            string.Join('\n', Fixtures.Read(Format.Text, content).Lines.Select(line => line.Text)).Should().Be(cv);
        }
    }
}
