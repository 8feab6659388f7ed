internal import CCommonMark
public import Markup

/// The small markup in which the bodies of items are written: headings, paragraphs, lists, tables, emphasis, quotes, links.
///
/// It is CommonMark with tables, read by cmark-gfm to its tree; what is shown is written here, by the type that escapes.
/// HTML in a text is shown as text. A line break stays a line break. Pictures are not shown, only their text.
public struct BodyText: Sendable {
    /// The text as written.
    public let source: String

    /// A body.
    public init(_ source: String) { self.source = source }

    /// How deep elements may stand in one another; what is deeper loses its element and keeps its text.
    public static let depthLimit = 24

    /// The text without its markup, a line a block, cells parted by tabs; for search and summaries.
    public var plainText: String {
        if let text = PlainBody.text(source) { return text }
        return treeText
    }

    /// The same by the tree, whatever the text.
    var treeText: String {
        var text = ""
        let tree = BodyTree(source)
        tree.walk { node, isEntering in
            switch (node.kind, isEntering) {
            case (.text, true), (.code, true), (.html, true), (.codeBlock, true): text += node.literal
            case (.softBreak, true), (.lineBreak, true), (.heading, false), (.paragraph, false), (.row, false):
                if !text.hasSuffix("\n") { text += "\n" }
            case (.cell, false): text += "\t"
            default: break
            }
        }
        return text
    }

    /// The beginning of the text without its markup, on one line: runs of blanks and ends of lines are one blank.
    ///
    /// - Parameter limit: how many characters at most.
    public func summary(characters limit: Int) -> String {
        // Room for signs that fall away; most characters have three bytes.
        let head = BodyText(Self.head(source, bytes: limit * 8 + 400)).plainText
        return head.utf8.withContiguousStorageIfAvailable { Self.line($0, limit: limit) } ?? ""
    }

    /// Whole characters from the beginning of a text.
    private static func head(_ text: String, bytes limit: Int) -> String {
        let utf8 = text.utf8
        guard utf8.count > limit else { return text }
        var end = utf8.index(utf8.startIndex, offsetBy: limit)
        while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
        return String(text[..<end])
    }

    private static func line(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(min(bytes.count, limit * 4))
        var (index, characters, isBlank) = (0, 0, false)
        while index < bytes.count, characters < limit {
            let length = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
            let end = min(index + length, bytes.count)
            // U+3000 is E3 80 80; offices begin paragraphs with two.
            if bytes[index] <= 0x20
                || length == 3 && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[end - 1] == 0x80
            {
                isBlank = !line.isEmpty
            } else {
                if isBlank {
                    line.append(0x20)
                    characters += 1
                }
                isBlank = false
                guard characters < limit else { break }
                for place in index..<end { line.append(bytes[place]) }
                characters += 1
            }
            index = end
        }
        if line.last == 0x20 { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }

    /// The text as markup of a page.
    ///
    /// - Parameters:
    ///   - level: the level of its highest headings, 2 to 6.
    ///   - tableName: the name of the region around a table, which may be scrolled; gets the number of the table.
    public func html(headingsFrom level: Int = 2, tableName: @escaping (Int) -> String = { "表\($0)" }) -> HTML {
        if let html = PlainBody.html(source) { return html }
        return treeHTML(headingsFrom: level, tableName: tableName)
    }

    /// The same by the tree, whatever the text.
    func treeHTML(headingsFrom level: Int = 2, tableName: @escaping (Int) -> String = { "表\($0)" }) -> HTML {
        let tree = BodyTree(source)
        var levels: Set<Int> = []
        tree.walk { node, isEntering in
            if node.kind == .heading, isEntering { levels.insert(node.level) }
        }
        var writer = BodyWriter(levels: levels.sorted(), top: level, tableName: tableName)
        tree.walk { node, isEntering in
            if isEntering { writer.enter(node) } else { writer.leave(node) }
        }
        return writer.html
    }
}
