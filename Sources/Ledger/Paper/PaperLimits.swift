/// How large a paper may be.
public struct PaperLimits: Sendable, Hashable {
    /// Files of one paper; 20. Setting `GONGKAI_PAPER_FILES`.
    public var files = 20
    /// Bytes of one file; 50 MiB. Setting `GONGKAI_PAPER_FILE_BYTES`.
    public var fileBytes = 50 << 20
    /// Characters of the text; 200,000. Setting `GONGKAI_PAPER_TEXT`.
    public var textCharacters = 200_000
    /// Characters that are kept of what was read of one file, for the search; 1,000,000. Setting `GONGKAI_PAPER_EXTRACT`.
    public var extractCharacters = 1_000_000

    /// No limits: those of today do not hold for what was kept under others.
    static let none: PaperLimits = {
        var limits = PaperLimits()
        (limits.files, limits.fileBytes, limits.textCharacters) = (.max, .max, .max >> 3)
        return limits
    }()

    /// The limits as shipped.
    public init() {}
}
