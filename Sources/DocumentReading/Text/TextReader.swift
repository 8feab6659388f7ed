/// Plain text and Markdown to a document.
enum TextReader {
    /// A document of decoded text.
    static func read(name: String, format: DocumentFormat, text: DecodedText) -> Document {
        Document(name: name, format: format, plainText: PlainText(text), notes: text.notes)
    }
}
