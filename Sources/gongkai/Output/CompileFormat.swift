/// In which form a compiled report is written.
enum CompileFormat: String, Sendable, CaseIterable {
    case text, json, html, csv, xlsx, docx, pdf

    /// True for files that no terminal can show.
    var isBinary: Bool { self == .xlsx || self == .docx || self == .pdf }
}
