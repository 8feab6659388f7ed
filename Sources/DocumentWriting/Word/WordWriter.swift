internal import Markup

extension OfficialDocument {
    /// Characters that a document may hold, 2,000,000: more than any report, and no more than is written at once.
    public static let characterLimit = 2_000_000

    /// The document for Word and WPS (docx).
    ///
    /// - Throws: `DocumentWritingError` where the text is longer than `characterLimit` or memory runs out.
    public func docx() throws(DocumentWritingError) -> [UInt8] {
        guard characterCount <= Self.characterLimit else { throw .tooLong(Self.characterLimit) }
        var package = Package()
        // The first part names the kinds of all others: some programs look there only.
        package.add("[Content_Types].xml", WordParts.contentTypes.bytes)
        package.add("_rels/.rels", WordParts.packageRelations.bytes)
        package.add("docProps/core.xml", WordParts.properties(title: title, created: created).bytes)
        package.add("docProps/app.xml", WordParts.program.bytes)
        package.add("word/document.xml", WordBody(blocks: blocks).part.bytes)
        package.add("word/_rels/document.xml.rels", WordParts.documentRelations.bytes)
        package.add("word/styles.xml", WordStyleSheet.part.bytes)
        package.add("word/settings.xml", WordParts.settings.bytes)
        package.add("word/fontTable.xml", WordParts.fonts.bytes)
        package.add("word/footer1.xml", WordParts.footer(isEven: false).bytes)
        package.add("word/footer2.xml", WordParts.footer(isEven: true).bytes)
        return try package.bytes()
    }
}
