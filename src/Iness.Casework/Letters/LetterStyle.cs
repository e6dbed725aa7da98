namespace Iness.Casework.Letters;

/// <summary>How letters look on A4 paper, and on a screen. Fonts are those of the system: nothing is fetched.</summary>
internal static class LetterStyle
{
    public const string Css =
        """
        @page {
          size: A4;
          margin: 18mm 20mm 20mm 20mm;
          @bottom-left { content: string(reference); font: 8pt "DejaVu Sans", sans-serif; color: #4a4a4a; }
          @bottom-right { content: "Page " counter(page) " sur " counter(pages); font: 8pt "DejaVu Sans", sans-serif; color: #4a4a4a; }
        }
        body { margin: 0; font: 9pt/1.42 "DejaVu Sans", "Liberation Sans", sans-serif; color: #1a1a1a; overflow-wrap: anywhere; }
        p, ul { margin: 0 0 1.6mm 0; }
        ul { padding-left: 5mm; }
        li { margin: 0 0 .6mm 0; }
        .head { border-top: 1.2mm solid #0b3d6b; padding-top: 5mm; }
        .head p { margin: 0; }
        .from { color: #33404d; }
        .authority { font-size: 14pt; font-weight: bold; color: #0b3d6b; }
        .to { margin: 5mm 0 0 95mm; }
        .date { margin: 6mm 0 0 95mm; }
        .reference { string-set: reference content(); margin: 6mm 0 0 0; color: #33404d; }
        h1 { margin: .5mm 0 5mm 0; font-size: 14pt; line-height: 1.25; color: #0b3d6b; }
        h2 { margin: 4.5mm 0 1.4mm 0; padding-top: 2mm; border-top: .2mm solid #b8c2cc; font-size: 10.5pt; line-height: 1.3; color: #0b3d6b; break-after: avoid; }
        p, li { orphans: 2; widows: 2; }
        li { break-inside: avoid; }
        .section { break-inside: avoid; }
        .facts { list-style: none; padding: 0; }
        .facts .name { display: inline-block; width: 47mm; vertical-align: top; color: #33404d; }
        .facts .value { display: inline-block; width: 121mm; vertical-align: top; }
        .basis { break-before: avoid; font-size: 7.5pt; color: #4a4a4a; }
        @media screen {
          body { max-width: 170mm; margin: 0 auto; padding: 16px; font-size: 16px; }
          .basis { font-size: 14px; }
        }
        @media screen and (max-width: 170mm) {
          .to, .date { margin-left: 0; }
          .facts .name, .facts .value { display: inline; }
        }

        """;
}
