/// How a sheet is printed: on A4, as wide as the page, with the number of the page at its foot.
public struct PrintSetup: Sendable, Hashable {
    /// The long side of the page lies at the top.
    public var isLandscape = false
    /// All on one page; otherwise as many pages below each other as it takes.
    public var isOnePage = false
    /// Rows printed again at the top of every page; 0 for none.
    public var repeatedRows = 0

    /// A setup.
    public init(isLandscape: Bool = false, isOnePage: Bool = false, repeatedRows: Int = 0) {
        self.isLandscape = isLandscape
        self.isOnePage = isOnePage
        self.repeatedRows = repeatedRows
    }
}
