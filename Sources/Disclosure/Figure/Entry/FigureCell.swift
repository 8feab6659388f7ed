/// A cell of the statutory form, or a named figure beside it, by its address as text: `t2_art20_5.administrative_licensing.decisions`.
///
/// Three parts of lower-case letters, digits and underscores joined by dots, at most 120 characters. Tables whose id begins
/// with `t` and a digit belong to the form; any other first part names a figure for the text (`text.interviews.held`).
public struct FigureCell: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// What a figure in it counts, which says how months add up.
    public enum Nature: Sendable, Hashable, CaseIterable {
        /// What happened in the time: months add up.
        case flow
        /// A growth or a decline: signed, months add up.
        case change
        /// A state at the end of the time: months do not add up.
        case stock
        /// Money: months add up.
        case amount
    }

    /// The three parts joined by dots.
    public let text: String
    /// The id of the table.
    public let table: String
    /// The id of the row.
    public let row: String
    /// The id of the column.
    public let column: String

    /// A cell from its address; nil where the form is wrong.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, text.utf8.count <= 120, parts.allSatisfy(Self.isName) else { return nil }
        (table, row, column) = (parts[0], parts[1], parts[2])
        self.text = text
    }

    /// A cell from what a user or a program gave.
    ///
    /// - Throws: `Refusal` naming the field when the form is wrong.
    public init(parsing text: String, field: String) throws(Refusal) {
        guard let cell = Self(text) else {
            throw Refusal(
                Finding(
                    .figureCellForm, field: field, "“\(text.prefix(40))”不是单元格地址。", article: .reportNotice,
                    remedy: "地址由表、行、列三段组成，如 t2_art20_6.administrative_penalty.decisions。"))
        }
        self = cell
    }

    private static func isName(_ part: String) -> Bool {
        !part.isEmpty
            && part.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "_")
            }
    }

    /// What a figure in it counts.
    public var nature: Nature {
        switch column {
        case "change_this_year": .change
        case "prior_year_items", "in_force", "total_disclosed": .stock
        case "procurement_amount", "fee_amount_this_year": .amount
        default: .flow
        }
    }

    /// True for the tables of the form.
    public var isOfForm: Bool {
        let bytes = Array(table.utf8.prefix(2))
        return bytes.count == 2 && bytes[0] == UInt8(ascii: "t") && (0x30...0x39).contains(bytes[1])
    }

    /// True for a printed sum, which follows from other cells.
    public var isSum: Bool {
        row == "results_total" || column == "total" || table == "t4_review_litigation" && column.hasSuffix("_total")
    }

    /// The cells of table two in the form of a report year: that of 2019 until 2020, that of 2021 since.
    ///
    /// Source: 国办公开办函〔2019〕60号; 国办公开办函〔2021〕30号.
    public static func tableTwo(inYear year: Int) -> Set<FigureCell> { year >= 2_021 ? since2021 : until2020 }

    private static let until2020 = cells(
        """
        t2_art20_1 regulations,normative_documents produced_this_year,newly_disclosed_this_year,total_disclosed
        t2_art20_5 administrative_licensing,other_external_services prior_year_items,change_this_year,decisions
        t2_art20_6 administrative_penalty,administrative_compulsion prior_year_items,change_this_year,decisions
        t2_art20_8 administrative_fees prior_year_items,change_this_year
        t2_art20_9 centralized_procurement procurement_items,procurement_amount
        """)
    private static let since2021 = cells(
        """
        t2_art20_1 regulations,administrative_normative_documents issued_this_year,repealed_this_year,in_force
        t2_art20_5 administrative_licensing decisions_this_year
        t2_art20_6 administrative_penalty,administrative_compulsion decisions_this_year
        t2_art20_8 administrative_fees fee_amount_this_year
        """)

    /// One line a table: its id, its rows, its columns.
    private static func cells(_ text: String) -> Set<FigureCell> {
        var cells: Set<FigureCell> = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ").map { $0.split(separator: ",") }
            guard parts.count == 3 else { continue }
            for row in parts[1] {
                for column in parts[2] {
                    if let cell = FigureCell("\(parts[0][0]).\(row).\(column)") { cells.insert(cell) }
                }
            }
        }
        return cells
    }

    /// The address.
    public var description: String { text }
    /// The order of the addresses.
    public static func < (a: FigureCell, b: FigureCell) -> Bool { a.text < b.text }
}

extension FigureCell: Codable {
    /// A cell from its address.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let cell = FigureCell(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no cell address")
        }
        self = cell
    }

    /// Writes the address.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
