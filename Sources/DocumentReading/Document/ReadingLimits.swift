/// How much of a document is read before it is refused. Every limit is a setting.
public struct ReadingLimits: Sendable, Hashable {
    /// Bytes of the file. Setting `GONGKAI_READ_MAX_BYTES`.
    public var fileBytes = 50 * 1024 * 1024
    /// Pages of a pdf. Setting `GONGKAI_READ_MAX_PAGES`.
    public var pages = 500
    /// Bytes of all parts of a docx, xlsx or zip once unpacked. Setting `GONGKAI_READ_MAX_UNPACKED`.
    public var unpackedBytes = 200 * 1024 * 1024
    /// Unpacked bytes for each packed byte of a part. Setting `GONGKAI_READ_MAX_RATIO`.
    public var unpackedRatio = 200
    /// Nesting of elements or tables. Setting `GONGKAI_READ_MAX_DEPTH`.
    public var depth = 200
    /// Cells of all tables together. Setting `GONGKAI_READ_MAX_CELLS`.
    public var tableCells = 400_000
    /// Documents in one zip. Setting `GONGKAI_READ_MAX_FILES`.
    public var archiveFiles = 2_000
    /// Seconds for one document. Setting `GONGKAI_READ_SECONDS`.
    public var seconds = 20
    /// Seconds for the conversion of a document in an old format. Setting `GONGKAI_READ_CONVERT_SECONDS`.
    public var conversionSeconds = 60
    /// Bytes of memory of the reading process. Setting `GONGKAI_READ_MAX_MEMORY`.
    public var memoryBytes = 512 * 1024 * 1024

    /// The limits as shipped.
    public init() {}
}
