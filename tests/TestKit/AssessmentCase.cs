using System.Text.Json;

namespace Iness.TestKit;

/// <summary>A request of the contract, and what its answer must say.</summary>
public sealed class AssessmentCase(JsonElement root)
{
    /// <summary>What the case is about.</summary>
    public string Name => root.GetProperty("name").GetString()!;

    /// <summary>The request, as it would be sent.</summary>
    public string Request => root.GetProperty("request").GetRawText();

    /// <summary>The expected answer, brought to one text that can be compared.</summary>
    public string Expected => Outline(root.GetProperty("expected"));

    /// <summary>The cases of a file, one per line.</summary>
    public static IEnumerable<AssessmentCase> In(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length > 0) yield return new(JsonDocument.Parse(line).RootElement);
        }
    }

    /// <summary>An answer of the contract, brought to the same text.</summary>
    public static string OutlineOfAnswer(JsonElement answer)
    {
        var (costs, text) = (answer.GetProperty("costs"), new StringWriter { NewLine = "\n" });
        text.WriteLine($"{answer.GetProperty("regulation").GetString()} {answer.GetProperty("verdict").GetString()}");
        foreach (var finding in answer.GetProperty("findings").EnumerateArray())
        {
            text.WriteLine($"{finding.GetProperty("provision").GetString()} {finding.GetProperty("verdict").GetString()}");
        }

        foreach (var line in costs.GetProperty("lines").EnumerateArray())
        {
            var reasons = line.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("provision").GetString());
            text.WriteLine($"{line.GetProperty("id").GetString()} {line.GetProperty("retained").GetDecimal():0.00} {string.Join(' ', reasons)}");
        }

        text.WriteLine($"{costs.GetProperty("eligible").GetDecimal():0.00} {answer.GetProperty("aid").GetProperty("amount").GetDecimal():0.00}");
        return text.ToString();
    }

    private static string Outline(JsonElement expected)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{expected.GetProperty("regulation").GetString()} {expected.GetProperty("verdict").GetString()}");
        foreach (var finding in expected.GetProperty("findings").EnumerateObject()) text.WriteLine($"{finding.Name} {finding.Value.GetString()}");
        foreach (var line in expected.GetProperty("retained").EnumerateObject())
        {
            var reasons = expected.GetProperty("reasons").GetProperty(line.Name).EnumerateArray().Select(reason => reason.GetString());
            text.WriteLine($"{line.Name} {line.Value.GetDecimal():0.00} {string.Join(' ', reasons)}");
        }

        text.WriteLine($"{expected.GetProperty("eligible").GetDecimal():0.00} {expected.GetProperty("aid").GetDecimal():0.00}");
        return text.ToString();
    }
}
