using System.Globalization;
using System.Text.Json;
using Iness.Regulation;

namespace Iness.Casework.Assessments;

/// <summary>The provisions and parameters in force on a day, as the command line and the API show them.</summary>
/// <param name="On">The day: of creation for the scheme, of grant for de minimis aid.</param>
public sealed record RegulationInForce(DateOnly On)
{
    /// <summary>Name of the version.</summary>
    public string Version => SchemeParameters.On(On).Version;

    /// <summary>The figures in force.</summary>
    public IReadOnlyList<Parameter> Parameters => Parameter.InForce(On);

    /// <summary>Writes it as one JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("regulation", Version);
        writer.WriteString("on", Iso(On));
        writer.WriteStartArray("parameters");
        foreach (var parameter in Parameters)
        {
            writer.WriteStartObject();
            writer.WriteString("provision", parameter.Provision.Id);
            writer.WriteString("label", parameter.Label);
            writer.WriteString("value", parameter.Value);
            writer.WriteString("effectiveFrom", Iso(parameter.EffectiveFrom));
            writer.WriteString("source", parameter.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("provisions");
        foreach (var provision in Scheme.Provisions) WriteProvision(writer, provision);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteProvision(Utf8JsonWriter writer, Provision provision)
    {
        writer.WriteStartObject();
        writer.WriteString("id", provision.Id);
        writer.WriteString("heading", provision.Part.Heading);
        writer.WriteString("title", provision.Title);
        writer.WriteString("rule", provision.Rule);
        writer.WriteString("reading", provision.Reading);
        writer.WriteStartArray("sources");
        foreach (var source in provision.Sources) writer.WriteStringValue(source);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
