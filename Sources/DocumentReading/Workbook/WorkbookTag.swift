/// The elements of an xlsx that mean something to a reader of cells.
enum WorkbookTag: Hashable {
    case workbookProperties, sheet
    case stringItem, run, text, phonetic
    case numberFormat, cellFormats, cellFormat
    case column, row, cell, value, inlineString, formula, mergedCells
    case other

    init(_ local: String) {
        switch local {
        case "workbookPr": self = .workbookProperties
        case "sheet": self = .sheet
        case "si": self = .stringItem
        case "r": self = .run
        case "t": self = .text
        case "rPh": self = .phonetic
        case "numFmt": self = .numberFormat
        case "cellXfs": self = .cellFormats
        case "xf": self = .cellFormat
        case "col": self = .column
        case "row": self = .row
        case "c": self = .cell
        case "v": self = .value
        case "is": self = .inlineString
        case "f": self = .formula
        case "mergeCell": self = .mergedCells
        default: self = .other
        }
    }
}
