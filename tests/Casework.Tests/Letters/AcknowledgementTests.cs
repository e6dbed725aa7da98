using Iness.Casework.Letters;
using Iness.TestKit;

namespace Iness.Casework.Tests.Letters;

public sealed class AcknowledgementTests
{
    private static readonly string[] Folder = ["tests", "Casework.Tests", "Letters", "Snapshots"];

    [Fact]
    public void Write_Complete_IsTheLetterKept()
    {
        Snapshot.Matches(SampleReceipt.Html(SampleReceipt.Complete), [.. Folder, "acknowledgement.html"]);
        Snapshot.Matches(LetterText.Write(SampleReceipt.Complete.ToLetter(SampleReceipt.Service)), [.. Folder, "acknowledgement.txt"]);
    }

    [Fact]
    public void Write_Incomplete_IsTheLetterKept()
    {
        Snapshot.Matches(SampleReceipt.Html(SampleReceipt.Incomplete), [.. Folder, "acknowledgement-incomplete.html"]);
        Snapshot.Matches(LetterText.Write(SampleReceipt.Incomplete.ToLetter(SampleReceipt.Service)), [.. Folder, "acknowledgement-incomplete.txt"]);
    }

    /// <summary>Each mention that CRPA R112-11-1 and the neighbouring articles ask for.</summary>
    [Theory]
    [InlineData("6 février 2026 à 14 h 05")] // date de réception
    [InlineData("Service chargé de l'aide INESS")] // service chargé du dossier
    [InlineData("151 avenue du président Hoover, 59555 Lille Cedex")]
    [InlineData("iness@hautsdefrance.fr")]
    [InlineData("03 74 27 00 00")]
    [InlineData("Son silence vaut rejet : sans réponse de sa part le 6 avril 2026")] // sens et date de la décision implicite
    [InlineData("si votre demande est complète")]
    [InlineData("Le délai de deux mois est alors suspendu")] // L114-5
    [InlineData("recours administratif")] // voies et délais de recours
    [InlineData("tribunal administratif de Lille")]
    [InlineData("Vous avez deux mois pour contester")]
    [InlineData("https://citoyens.telerecours.fr")]
    [InlineData("INSEE (répertoire SIRENE)")] // L114-8
    [InlineData("traitement algorithmique")] // L311-3-1
    [InlineData("règlement (UE) 2023/2831")] // de minimis
    [InlineData("n'est pas une décision")]
    public void Write_AnyAcknowledgement_HoldsTheMention(string mention) =>
        Assert.Contains(mention, LetterText.Write(SampleReceipt.Complete.ToLetter(SampleReceipt.Service)), StringComparison.Ordinal);

    [Fact]
    public void Write_MarkupInWhatPeopleTyped_IsText()
    {
        const string Attack = "</title><script>alert(\"x\")</script><img src=x onerror='y'>&amp;";
        var html = SampleReceipt.Html(SampleReceipt.Complete with
        {
            FileNumber = Attack,
            Organisation = Attack,
            Address = [Attack],
            FiledBy = Attack,
            ProjectTitle = Attack,
            Documents = [new(Attack, ReceivedDocumentState.Clean)],
            Missing = new([Attack], null),
            Fetched = [new(Attack, Attack)],
        });
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("&amp;amp;", html, StringComparison.Ordinal);
        SelfContained.Require(html);
    }

    [Theory]
    [InlineData("Deux\r\nlignes\tici", "Deux lignes ici")]
    [InlineData("  À   part\u2028 ", "À part")]
    [InlineData("fdp.\u202Eexe\u0000\u200B", "fdp.exe")]
    public void Write_LinesAndInvisibleSigns_StayOnOneLine(string typed, string line)
    {
        var letter = (SampleReceipt.Complete with { ProjectTitle = typed }).ToLetter(SampleReceipt.Service);
        Assert.Contains($"\nProjet : {line}\n", LetterText.Write(letter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-05T23:30:00Z", 6, 4, 6)] // minuit trente à Paris : le lendemain
    [InlineData("2026-02-05T22:30:00Z", 5, 4, 5)]
    public void ImplicitRejectionOn_FiledNearMidnight_CountsFromTheDayOfParis(string instant, int day, int deadlineMonth, int deadlineDay)
    {
        var receipt = SampleReceipt.Complete with { FiledAt = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime };
        Assert.Equal(new DateOnly(2026, 2, day), receipt.FiledOn);
        Assert.Equal(new DateOnly(2026, deadlineMonth, deadlineDay), receipt.ImplicitRejectionOn);
    }

    [Fact]
    public void Write_Incomplete_SaysWhatIsMissingAndByWhen()
    {
        var text = LetterText.Write(SampleReceipt.Incomplete.ToLetter(SampleReceipt.Service));
        Assert.Contains("- l'attestation de régularité fiscale\n", text, StringComparison.Ordinal);
        Assert.Contains("le 27 février 2026 au plus tard", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CE QUI MANQUE", LetterText.Write(SampleReceipt.Complete.ToLetter(SampleReceipt.Service)), StringComparison.Ordinal);
    }
}
