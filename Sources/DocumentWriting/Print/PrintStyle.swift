internal import Markup

/// How a printed document looks: A4, 37 mm above, 35 below, 28 at the left, 26 at the right; 22 lines of 28 characters;
/// title 二号, text 三号, page numbers 四号 between dashes at the outer edge. Source: GB/T 9704-2012, 5 and 7.
enum PrintStyle {
    static let sheet: HTML = """

        @page { size: A4; margin: 37mm 26mm 35mm 28mm }
        @page :right { @bottom-right { \(number); padding-right: 14pt } }
        @page :left { @bottom-left { \(number); padding-left: 14pt } }
        * { box-sizing: border-box }
        html { font: 16pt/28.95pt \(Typeface.text.family); color: #000 }
        body { margin: 0 }
        h1 { margin: 0 0 28.95pt; text-align: center; font: 22pt/32pt \(Typeface.title.family); bookmark-level: 1 }
        h2 { margin: 0; text-indent: 2em; font: 16pt/28.95pt \(Typeface.black.family); break-after: avoid;
          bookmark-level: 2 }
        h2.first { break-before: page }
        p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; orphans: 2; widows: 2 }
        .lead { font-family: \(Typeface.script.family) }
        .to { text-indent: 0 }
        .by { margin-top: 28pt; break-inside: avoid }
        .by p { margin-right: 4em; text-indent: 0; text-align: right }
        .remark { color: #595959 }
        table { width: 100%; margin: 3pt 0 10pt; border-collapse: collapse; table-layout: fixed;
          font: 10.5pt/13pt \(Typeface.table.family); text-indent: 0 }
        th, td { border: 0.5pt solid #000; padding: 2pt 1.5pt; text-align: center; vertical-align: middle;
          font-weight: normal; overflow-wrap: anywhere }
        tr { break-inside: avoid }
        .roomy th, .roomy td { padding-top: 4pt; padding-bottom: 4pt }
        th.row { text-align: left; padding-left: 3pt }
        th.note { font-size: 9pt; line-height: 12pt }

        """

    private static let number: HTML = """
        content: "— " counter(page) " —"; font: 14pt \(Typeface.table.family); vertical-align: top; padding-top: 7mm
        """
}
