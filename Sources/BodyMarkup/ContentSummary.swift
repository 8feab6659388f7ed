/// What the catalogue says of the content of an item (内容概述): the first sentences of its text, headings and tables left out
/// where it has anything else.
///
/// Nobody writes it: it follows from the text, so it is never at odds with it. Source: 条例 Art 12(3).
public enum ContentSummary {
    /// The most characters of a summary.
    public static let limit = 120
    /// How many characters of a text are enough to make its summary from: signs of the markup fall away.
    public static let headLimit = BodyText.headRoom(characters: limit + 1) + 1

    /// The summary of an item; nil where neither its text nor its file has a word.
    ///
    /// - Parameters:
    ///   - body: the text in the small markup of bodies; its first `headLimit` characters are enough.
    ///   - fileText: what was read of its file, without markup; used where the body has no word.
    public static func of(body: String?, fileText: String? = nil) -> String? {
        if let body {
            let prose = prose(of: body) { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "|") }
            for text in [prose, body] {
                if let found = cut(BodyText(text).summary(characters: limit + 1), of: body) { return found }
            }
        }
        guard let fileText else { return nil }
        return cut(BodyText.line(ofPlain: fileText, characters: limit + 1), of: fileText)
    }

    /// The beginning of a text without the lines that are headings or rows of tables, which say little on one line; empty where
    /// it has nothing else.
    ///
    /// - Parameter isNoProse: true for what such a line begins with.
    private static func prose(of body: String, _ isNoProse: (UInt8) -> Bool) -> String {
        guard body.utf8.contains(where: isNoProse) else { return body }
        var prose = ""
        for line in body.unicodeScalars.prefix(headLimit).split(separator: "\n", omittingEmptySubsequences: false) {
            let first = line.first { $0 != " " && $0 != "\t" }
            if let first, first.isASCII, isNoProse(UInt8(truncatingIfNeeded: first.value)) { continue }
            prose.unicodeScalars += line
            prose += "\n"
        }
        return prose
    }

    /// Whole sentences of a line up to the limit; as much as fits and an ellipsis where not even the first one does.
    ///
    /// - Parameters:
    ///   - line: the beginning of a text on one line, one character longer than the limit where there is more.
    ///   - text: the text that it is the beginning of.
    static func cut(_ line: String, of text: String) -> String? {
        guard !line.isEmpty else { return nil }
        let scalars = Array(line.unicodeScalars)
        let isWhole = text.utf8.count < headLimit
        guard scalars.count > limit || !isWhole else { return line }
        var end = 0
        for place in 0..<min(limit, scalars.count) where isEnd(scalars, place) {
            end = place + 1
            while end < min(limit, scalars.count), closing.contains(scalars[end]) { end += 1 }
        }
        if end == 0 { end = min(limit - 1, scalars.count) }
        let isCut = !isEnd(scalars, end - 1) && !closing.contains(scalars[end - 1])
        return String(String.UnicodeScalarView(scalars[..<end])) + (isCut ? "…" : "")
    }

    /// What may stand between the end of a sentence and the next one.
    private static let closing: Set<Unicode.Scalar> = ["”", "’", "」", "』", "）", "》"]

    /// True where a sentence ends; a full stop between digits or letters is none.
    private static func isEnd(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        switch scalars[place] {
        case "。", "！", "？": true
        case ".", "!", "?":
            place + 1 < scalars.count && scalars[place + 1] == " " && place > 0
                && !("0"..."9").contains(scalars[place - 1])
        default: false
        }
    }
}
