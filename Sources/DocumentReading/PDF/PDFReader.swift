enum PDFReader {
    static func read(name: String, bytes: [UInt8], limits: ReadingLimits) throws(DocumentError) -> Document {
        throw .unknownFormat()
    }
}
