/// The forms in which records are handed out.
enum ExportFormat: String, Sendable, CaseIterable {
    /// A workbook, for people.
    case xlsx
    /// A file a list, for other programs.
    case csv
    /// Every entry with every column, for another installation.
    case jsonl
}
