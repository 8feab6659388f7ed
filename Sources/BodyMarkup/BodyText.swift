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

    /// The text as markup of a page.
    ///
    /// - Parameters:
    ///   - level: the level of its highest headings, 2 to 6.
    ///   - tableName: the name of the region around a table, which may be scrolled; gets the number of the table.
    public func html(headingsFrom level: Int = 2, tableName: @escaping (Int) -> String = { "表\($0)" }) -> HTML {
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
