/// How a cell is drawn.
public struct CellStyle: Sendable, Hashable {
    /// Where the text stands between left and right.
    public enum Alignment: Sendable, Hashable {
        /// Text on the left, numbers on the right.
        case natural
        /// In the middle.
        case center
        /// On the left.
        case left
    }

    /// Bold letters.
    public var isBold = false
    /// Where the text stands between left and right; from top to bottom it stands in the middle.
    public var alignment = Alignment.natural
    /// Long text goes on in further lines.
    public var wraps = false
    /// A thin line on all four sides.
    public var hasBorder = false
    /// One character below the other, as the form writes a tall label.
    public var isVertical = false
    /// The size of the letters in points.
    public var points = 11.0
    /// The colour of the cell as `0xRRGGBB`; nil for none.
    public var fill: UInt32?
    /// The colour of the letters as `0xRRGGBB`; nil for black.
    public var ink: UInt32?
    /// Kept as text when someone types a number into it: numbers of letters with leading zeros, dates as written.
    public var isText = false
    /// A unit that is shown behind the number of the cell (元), which stays a number; nil for none. Quotation marks and
    /// backslashes in it are left out.
    public var unit: String?

    /// The font of every cell: the one that official texts use for body text, which every office suite replaces by a
    /// Chinese font of its own where it is missing.
    public static let fontName = "宋体"

    /// Cells of a list: bordered, wrapping.
    public static let listed = CellStyle(wraps: true, hasBorder: true)
    /// Headings over a list.
    public static let heading = CellStyle(
        isBold: true, alignment: .center, wraps: true, hasBorder: true, fill: 0xE7EEF6)
    /// The title over a sheet.
    public static let title = CellStyle(isBold: true, alignment: .center, points: 16)

    /// A style in one line.
    public init(
        isBold: Bool = false, alignment: Alignment = .natural, wraps: Bool = false, hasBorder: Bool = false,
        isVertical: Bool = false, points: Double = 11, fill: UInt32? = nil, ink: UInt32? = nil, isText: Bool = false
    ) {
        self.isBold = isBold
        self.alignment = alignment
        self.wraps = wraps
        self.hasBorder = hasBorder
        self.isVertical = isVertical
        self.points = points
        self.fill = fill
        self.ink = ink
        self.isText = isText
    }
}
