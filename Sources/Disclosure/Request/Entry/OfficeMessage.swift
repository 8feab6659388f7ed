/// The office wrote to the applicant: a text, papers, or both. What it says stays outside the entries, sealed.
public struct OfficeMessage: Sendable, Hashable, Codable {
    /// The text; nil when only papers went.
    public let text: PaperReference?
    /// The papers.
    public let papers: [PaperReference]

    /// A message.
    public init(_ text: PaperReference?, papers: [PaperReference]) {
        self.text = text
        self.papers = papers
    }
}

/// The applicant opened the messages of the office.
public struct MessagesRead: Sendable, Hashable, Codable {
    /// How many of them, from the first on, are read now.
    public let through: Int

    /// A mark.
    public init(through: Int) { self.through = through }
}
