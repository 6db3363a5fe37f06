using Resume2Website.Extraction.Learned;

namespace Resume2Website.Tests.Extraction.Gate;

public sealed class ResumeGateTests
{
    public static TheoryData<string> NotResumes => new(
        """
        INVOICE 4471
        Larkhill Glazing Ltd
        accounts@example.com
        Date 03/02/2024 Due 03/03/2024
        Description Qty Unit price Amount
        Toughened pane 4 £60.00 £240.00
        VAT 20% £48.00
        Total due £288.00
        """,
        """
        Pear and walnut tart
        Serves eight
        Ingredients
        200 g flour
        Method
        Preheat the oven. Stir the butter into the flour and bake for twenty minutes.
        """,
        """
        We are looking for a night porter
        About us
        Hotel Meridian has stood at the harbour since 1911.
        Your profile
        You will greet late guests and keep the keys.
        Requirements
        Two languages and a calm voice.
        We offer
        Free meals. Apply now at jobs@example.com
        """,
        """
        Dear Ms Harrow,
        I am writing to apply for the post of night porter that I saw in the paper.
        I have worked in two hotels and speak three languages.
        Yours sincerely,
        Tobias Wren
        tobias@example.org
        """,
        """
        The lamp had gone out twice before the porter came down the stairs.
        "You are late," said the woman by the door, and she did not look up.
        He put the keys on the table and waited for the rain to stop.
        """);

    public static TheoryData<string> Resumes => new(
        """
        Tobias Wren
        tobias@example.org
        Experience
        Night Porter, Hotel Meridian, 2015 – 2019
        - Greeted late guests
        """,
        """
        Lebenslauf
        Ilse Brandt
        Gärtnerin
        """,
        """
        Beatrix Oakenshaw
        +44 7700 900123
        2015 – 2018 Head Gardener, Orchard House
        2011 – 2015 Gardener, Walled Garden Trust
        2008 – 2011 Apprentice, Kew Nurseries
        """,
        """
        Anaïs Delorme
        anais@example.org
        Formation
        BTS Tourisme, Lycée du Port
        Langues
        Français, anglais
        """);

    [Theory]
    [MemberData(nameof(NotResumes))]
    public async Task Extract_SomethingElse_IsNoResume(string text) => (await Judge(text)).Should().BeFalse();

    [Theory]
    [MemberData(nameof(Resumes))]
    public async Task Extract_AResumeHoweverShort_IsOne(string text) => (await Judge(text)).Should().BeTrue();

    private static async Task<bool> Judge(string text) =>
        (await new LearnedExtractor().ExtractAsync(Sheet.Text(text), cancellationToken: TestContext.Current.CancellationToken)).IsResume;
}
