/// A docx document to lines and tables.
enum WordReader {
    /// Reads the body of the document; headers, footers, notes and comments stand outside it.
    static func read(name: String, package: ZipPackage, limits: ReadingLimits) throws(DocumentError) -> Document {
        let main = try WordPackage.mainPart(of: package, limits: limits)
        guard let index = package.index(of: main) else { throw .damaged("文件") }
        let relations = try Relations.read(of: main, in: package, limits: limits)
        let styles = try WordStyles.read(package, part: relations.target(type: "/styles"), limits: limits)
        let numbering = try WordNumbering.read(package, part: relations.target(type: "/numbering"), limits: limits)
        let builder = BlockBuilder(document: Document(name: name, format: .word), limits: limits)
        let consumer = WordConsumer(builder: builder, styles: styles, numbering: numbering)
        var finished = try XMLStream.parse(try package.open(index), consumer, limits: limits)
        return try finished.finish()
    }
}
