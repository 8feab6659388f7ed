public import CivilTime

/// A document as offices send them out: what stands on its pages, in order. How it looks is the business of the writers:
/// page, typefaces and sizes are those of the national standard. Source: GB/T 9704-2012.
public struct OfficialDocument: Sendable, Hashable {
    /// A piece of the text.
    public enum Block: Sendable, Hashable {
        /// The title, a line each.
        case title([String])
        /// A heading of the first level: 一、总体情况. `startsPage` begins a new page with it.
        case heading(String, startsPage: Bool)
        /// A paragraph; `lead` are the words at its begin that are set apart, as （一）主动公开。
        case paragraph(lead: String, text: String)
        /// To whom a letter goes, at the left edge: 张三：.
        case salutation(String)
        /// Who sends a letter and when, a line each, at the right. Source: GB/T 9704-2012, 7.3.5.
        case signature([String])
        /// A word of ours about the text, as that something is missing.
        case remark(String)
        /// A table.
        case table(DocumentTable)
    }

    /// What the properties of the file name.
    public var title: String
    /// The day that the properties of the file name.
    public var created: Day
    /// The pieces.
    public var blocks: [Block]

    /// A document.
    public init(title: String, created: Day, blocks: [Block]) {
        self.title = title
        self.created = created
        self.blocks = blocks
    }

    /// Characters of all texts together.
    public var characterCount: Int { blocks.map(\.characterCount).reduce(0, +) }
}

extension OfficialDocument.Block {
    fileprivate var characterCount: Int {
        switch self {
        case .title(let lines), .signature(let lines): lines.map(\.count).reduce(0, +)
        case .heading(let text, _), .salutation(let text), .remark(let text): text.count
        case .paragraph(let lead, let text): lead.count + text.count
        case .table(let table): table.cells.map(\.text.count).reduce(0, +)
        }
    }
}
