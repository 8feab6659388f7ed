/// How much a `multipart/form-data` body may hold.
public struct MultipartLimits: Sendable, Hashable {
    /// The number of parts.
    public var parts: Int
    /// The headers of one part in bytes.
    public var headerBytes: Int
    /// The content of one part in bytes.
    public var partBytes: Int
    /// The length of a field's name in bytes.
    public var nameBytes: Int
    /// The length of a file's name in bytes.
    public var fileNameBytes: Int

    /// By default 32 parts, headers of 4 KiB, content of 50 MiB, names of 200 and file names of 512 bytes.
    public init(
        parts: Int = 32, headerBytes: Int = 4_096, partBytes: Int = 50 << 20, nameBytes: Int = 200,
        fileNameBytes: Int = 512
    ) {
        self.parts = parts
        self.headerBytes = headerBytes
        self.partBytes = partBytes
        self.nameBytes = nameBytes
        self.fileNameBytes = fileNameBytes
    }
}

/// The parts of a form with files. Source: RFC 7578, RFC 2046 section 5.1.
public struct Multipart: Sendable {
    /// One field or file.
    public struct Part: Sendable {
        /// The field's name.
        public let name: String
        /// The file's name without any folder, when the part is a file; empty when the user chose none.
        public let fileName: String?
        /// The type the browser gives, not to be trusted.
        public let contentType: String?
        /// The content: a slice of the body, so it costs no copy.
        public let content: ArraySlice<UInt8>
        /// How many bytes the file had, where it was beyond what the address keeps and was thrown away while it came; nil
        /// for what is here. Source: `BodyRule.FileRule`.
        public let droppedBytes: Int?

        /// The content as text.
        ///
        /// - Throws: `RequestError` of `invalidUTF8`.
        public func text() throws(RequestError) -> String {
            guard let text = String(validating: content, as: UTF8.self) else {
                throw RequestError(.invalidUTF8, in: "part")
            }
            return text
        }
    }

    /// The parts in order.
    public let parts: [Part]

    /// The first part of a name, or `nil`.
    public subscript(name: String) -> Part? {
        parts.first { $0.name == name }
    }

    /// Every part of a name, in order.
    public func all(_ name: String) -> [Part] {
        parts.filter { $0.name == name }
    }

    /// The first of some names that comes more than once, a file field left empty not counted; nil where none does.
    public func repeated(of names: [String]) -> String? {
        names.first { name in parts.count { $0.name == name && $0.fileName != "" } > 1 }
    }

    /// The files the user chose, in order; a file field left empty is not among them.
    public var files: [Part] {
        parts.filter { $0.fileName.map { !$0.isEmpty } ?? false }
    }

    /// Reads a whole body.
    ///
    /// - Parameter dropped: the sizes of files whose contents were thrown away while they came, by the place of their parts.
    /// - Throws: `RequestError` of `malformedMultipart`, `invalidUTF8`, `forbiddenCharacter`, or of a limit.
    public init(
        _ body: [UInt8], boundary: String, limits: MultipartLimits = MultipartLimits(), dropped: [Int: Int] = [:]
    ) throws(RequestError) {
        guard Self.isBoundary(boundary) else { throw RequestError(.malformedMultipart, in: "boundary") }
        var reader = MultipartReader(body: body, boundary: boundary, limits: limits, dropped: dropped)
        parts = try reader.parts()
    }

    /// The boundary that the header of a form with files names; nil for any other kind of body, or where it names none.
    static func boundary(_ contentType: String) -> String? {
        let type = HeaderParameters(contentType)
        return type.value == "multipart/form-data" ? type["boundary"] : nil
    }

    /// Printable ASCII, 1 to 70 characters. Source: RFC 2046 section 5.1.1.
    static func isBoundary(_ text: String) -> Bool {
        (1...70).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
}
