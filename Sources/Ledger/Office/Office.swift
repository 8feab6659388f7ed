public import CivilTime

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
    /// The first day it existed; nil where nobody said.
    public var since: Day?
    /// The last day it existed; nil while it exists. Its reports stay under its code.
    public var until: Day?

    /// An office.
    public init(
        code: AgencyCode, fullName: PlainLine, shortName: PlainLine? = nil, region: PlainLine? = nil,
        parent: AgencyCode? = nil, since: Day? = nil, until: Day? = nil
    ) {
        self.code = code
        self.fullName = fullName
        self.shortName = shortName
        self.region = region
        self.parent = parent
        self.since = since
        self.until = until
    }
}
