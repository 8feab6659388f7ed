import AnnualReport

/// What a text of the form is.
enum LabelRole: Equatable {
    /// The label of a row, an index into `FormLabels.rows`.
    case row(Int)
    /// The rest of a row's label, printed apart from its beginning.
    case rowRemark(Int)
    /// A column label of one of the applicant columns, 0 for 自然人 to 6 for 总计.
    case applicant(Int)
    /// A column label of table four or a heading above it.
    case review
    /// A caption, a stub heading, a column label of table two, the note in the corner.
    case header
    /// A column label that only one edition prints.
    case edition(FormEdition)
    /// Half of a label that a line break cut; says nothing alone.
    case fragment
}

/// One row of the form in the union of both editions, tables two and three, in printed order.
struct LabelledRow {
    /// The id of the table, the same in both editions.
    let table: String
    /// The row's id in the form of 2019; nil where that form has no such row.
    let id2019: String?
    /// The row's id in the form of 2021; nil where that form has no such row.
    let id2021: String?
    /// The key of the full label.
    let key: [UInt16]
    /// False for 三、本年度办理结果, （三）不予公开 and the like.
    let isNumeric: Bool
}
