internal import CCommonMark

/// The tree of a body, walked from begin to end without recursion.
struct BodyTree: ~Copyable {
    /// What a node is.
    enum Kind: Int32 {
        case other = 0, document, heading, paragraph, list, item, quote, codeBlock, html, rule, text, softBreak
        case lineBreak, code, emphasis, strong, link, image, table, row, cell
    }

    private let root: OpaquePointer?

    /// The library keeps its extensions in a list that is made once, before anything is read.
    private static let isReady: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// Reads a text.
    init(_ text: String) {
        guard Self.isReady else {
            root = nil
            return
        }
        var copy = text
        root = copy.withUTF8 { buffer in
            buffer.withMemoryRebound(to: CChar.self) { gongkai_parse($0.baseAddress, $0.count) }
        }
    }

    deinit {
        if let root { cmark_node_free(root) }
    }

    /// Gives every node on entering and on leaving it; leaves are entered only.
    func walk(_ visit: (_ node: Node, _ isEntering: Bool) -> Void) {
        guard let root, let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            visit(Node(node), event == CMARK_EVENT_ENTER)
        }
    }

    /// A node, good while the tree is.
    struct Node {
        private let node: OpaquePointer
        let kind: Kind

        init(_ node: OpaquePointer) {
            self.node = node
            kind = Kind(rawValue: gongkai_kind(node)) ?? .other
        }

        /// The text of a leaf.
        var literal: String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
        /// The address of a link.
        var address: String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }
        /// The level of a heading, 1 to 6.
        var level: Int { Int(cmark_node_get_heading_level(node)) }
        /// True for a list with numbers.
        var isOrdered: Bool { cmark_node_get_list_type(node) == CMARK_ORDERED_LIST }
        /// The first number of a list.
        var start: Int { Int(cmark_node_get_list_start(node)) }
        /// True for a row of headings.
        var isHeader: Bool { cmark_gfm_extensions_get_table_row_is_header(node) != 0 }
        /// True for a paragraph in a list whose entries stand close together.
        var isTight: Bool {
            guard let item = cmark_node_parent(node), let list = cmark_node_parent(item) else { return false }
            return Node(list).kind == .list && cmark_node_get_list_tight(list) != 0
        }
    }
}
