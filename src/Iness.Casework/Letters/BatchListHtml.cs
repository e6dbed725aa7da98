using Iness.Casework.Decisions;
using Iness.Regulation;

namespace Iness.Casework.Letters;

/// <summary>The list of a batch as one HTML document, for paper: what the signatory or the commission reads.</summary>
public static class BatchListHtml
{
    private const string Css =
        """
        @page {
          size: A4 landscape;
          margin: 15mm;
          @bottom-right { content: "Page " counter(page) " sur " counter(pages); font: 8pt "DejaVu Sans", sans-serif; color: #4a4a4a; }
        }
        body { margin: 0; font: 8.5pt/1.35 "DejaVu Sans", "Liberation Sans", sans-serif; color: #1a1a1a; overflow-wrap: anywhere; }
        h1 { margin: 0 0 2mm 0; font-size: 14pt; color: #0b3d6b; }
        table { width: 100%; border-collapse: collapse; margin-top: 4mm; }
        th, td { padding: 1.2mm 2mm; border-bottom: .2mm solid #b8c2cc; text-align: left; vertical-align: top; }
        tr { break-inside: avoid; }
        .amount { text-align: right; white-space: nowrap; }

        """;

    /// <summary>The document.</summary>
    public static string Write(string name, ServiceInCharge service, DateOnly on, IReadOnlyList<BatchLine> lines, IReadOnlyList<BatchEffect> effects)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(effects);
        var html = new Markup();
        html.Write($"<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<title>{name}</title>\n<meta name=\"author\" content=\"{service.Authority}\">\n<style>\n");
        html.WriteStyle(Css);
        html.Write($"</style>\n</head>\n<body>\n<main>\n<h1>{name}</h1>\n<p>{service.Authority}, {service.Name}. Liste établie le {French.Date(on)} : {French.Plural(lines.Count, "dossier", "dossiers")}.</p>\n");
        foreach (var effect in effects)
            html.Write($"<p>{$"Enveloppe de {effect.Balance.Year} : {effect.Balance.Granted} accordés, {effect.Amount} par ce lot, soit {effect.GrantedAfter} sur {effect.Balance.Voted} votés."}</p>\n");
        html.Write($"<table>\n<thead>\n<tr>");
        foreach (var heading in BatchXlsx.Headings) html.Write($"<th scope=\"col\">{heading}</th>");
        html.Write($"</tr>\n</thead>\n<tbody>\n");
        foreach (var line in lines) WriteLine(html, line);
        html.Write($"</tbody>\n</table>\n</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteLine(Markup html, BatchLine line)
    {
        html.Write($"<tr><th scope=\"row\">{line.Number}</th><td>{line.Organisation}</td><td>{line.Siren ?? ""}</td><td>{line.Title ?? "Projet sans nom"}</td><td>{line.Kind.InFrench()}</td>");
        html.Write($"<td class=\"amount\">{$"{line.Amount}"}</td><td>{$"{line.BudgetYear}"}</td><td>{BatchXlsx.StateOf(line)}</td></tr>\n");
    }
}
