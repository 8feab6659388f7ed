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
        let room = Self.headRoom(characters: limit)
        let plain = source.utf8.withContiguousStorageIfAvailable { bytes -> String? in
            let head = Self.head(bytes, atMost: room)
            return PlainBody.isPlain(head) ? Self.line(head, limit: limit) : nil
        }
        if let plain, let plain { return plain }
        let head = source.utf8.withContiguousStorageIfAvailable {
            String(decoding: Self.head($0, atMost: room), as: UTF8.self)
        }
        let text = BodyText(head ?? source).treeText
        return text.utf8.withContiguousStorageIfAvailable { Self.line($0, limit: limit) } ?? ""
    }

    /// How many bytes of a text are enough for so many characters of it: most have three bytes, and signs fall away.
    static func headRoom(characters limit: Int) -> Int { limit * 8 + 400 }

    /// The beginning of a text that has no markup, on one line.
    static func line(ofPlain text: String, characters limit: Int) -> String {
        text.utf8.withContiguousStorageIfAvailable { line(head($0, atMost: headRoom(characters: limit)), limit: limit) }
            ?? ""
    }

    /// Whole characters from the beginning of a text.
    private static func head(
        _ bytes: UnsafeBufferPointer<UInt8>, atMost limit: Int
    ) -> UnsafeBufferPointer<UInt8> {
        guard bytes.count > limit else { return bytes }
        var end = limit
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[..<end])
    }

    private static func line(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> String {
        // A character has four bytes at most, and nothing is written that was not there.
        let room = min(bytes.count, max(limit, 0) * 4)
        return String(unsafeUninitializedCapacity: room) { line in
            var (count, index, characters, isBlank) = (0, 0, 0, false)
            while index < bytes.count, characters < limit {
                let length = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
                let end = min(index + length, bytes.count)
                // U+3000 is E3 80 80; offices begin paragraphs with two.
                if bytes[index] <= 0x20
                    || length == 3 && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[end - 1] == 0x80
                {
                    isBlank = count > 0
                } else {
                    if isBlank {
                        line[count] = 0x20
                        count += 1
                        characters += 1
                    }
                    isBlank = false
                    guard characters < limit else { break }
                    for place in index..<end {
                        line[count] = bytes[place]
                        count += 1
                    }
                    characters += 1
                }
                index = end
            }
            if count > 0, line[count - 1] == 0x20 { count -= 1 }
            return count
        }
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
