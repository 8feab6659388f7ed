import CTerminal
import Glibc

/// How text is laid out for whoever reads it: with colour and to the width of the window on a terminal, plain and 100
/// columns wide in a file or a pipe.
struct TextStyle: Sendable {
    /// Whether colours are used.
    var isColoured: Bool
    /// Columns to use.
    var width: Int

    /// The style for a stream. `NO_COLOR` set to anything turns colours off, `TERM=dumb` too; `COLUMNS` sets the width.
    static func of(_ stream: StandardStream) -> TextStyle {
        let terminal = stream.isTerminal
        let asked = environmentValue("COLUMNS").flatMap { Int($0) }
        let width = asked ?? (terminal ? Int(terminal_columns(stream.rawValue)) : 0)
        let isPlain = !(environmentValue("NO_COLOR") ?? "").isEmpty || environmentValue("TERM") == "dumb"
        return TextStyle(isColoured: terminal && !isPlain, width: width > 0 ? min(max(width, 40), 200) : 100)
    }

    /// What a text stands for.
    enum Tone: String {
        case wrong = "31;1"
        case doubtful = "33"
        case good = "32"
        case strong = "1"
        case faint = "2"
        /// A cell at fault.
        case marked = "97;41"
    }

    /// The text in a tone.
    func paint(_ text: String, _ tone: Tone) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Paragraphs of at most the width, with an indent.
    func paragraph(_ text: String, indent: Int = 0, lead: String = "") -> String {
        let space = String(repeating: " ", count: indent)
        let leadWidth = DisplayWidth.of(lead)
        let hang = String(repeating: " ", count: leadWidth)
        let lines = DisplayWidth.lines(PlainText.line(text), width: max(20, width - indent - leadWidth))
        return lines.enumerated().map { "\(space)\($0.offset == 0 ? lead : hang)\($0.element)\n" }.joined()
    }
}
