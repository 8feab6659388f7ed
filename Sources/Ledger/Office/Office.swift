/// One public office (行政机关).
public struct Office: Sendable, Hashable {
    /// Its code, unique in the installation.
    public var code: AgencyCode
    /// Its full official name (石狮市大数据管理局), unique among the offices of today.
    public var fullName: PlainLine
    /// A shorter name for narrow tables.
    public var shortName: PlainLine?
    /// The place it belongs to (福建省泉州市).
    public var region: PlainLine?
    /// The office above it, which must be kept already.
    public var parent: AgencyCode?

    /// An office.
    public init(
        code: AgencyCode, fullName: PlainLine, shortName: PlainLine? = nil, region: PlainLine? = nil,
        parent: AgencyCode? = nil
    ) {
        self.code = code
        self.fullName = fullName
        self.shortName = shortName
        self.region = region
        self.parent = parent
    }
}
