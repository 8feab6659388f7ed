enum WorkbookReader {
    static func read(name: String, package: ZipPackage, limits: ReadingLimits) throws(DocumentError) -> Document {
        throw .unknownFormat()
    }
}
