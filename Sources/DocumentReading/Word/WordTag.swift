/// The elements of a docx that mean something to a reader of texts and tables.
enum WordTag: Hashable {
    // Text.
    case body, paragraph, run, text, tab, lineBreak, noBreakHyphen, symbol
    case paragraphProperties, runProperties, paragraphStyle, outlineLevel, numberingProperties, numberingId
    case numberingLevel, vanish
    case runStyle, verticalAlignment, raised, strike
    // Tables.
    case table, row, cell, rowProperties, cellProperties, gridSpan, gridBefore, verticalMerge, horizontalMerge
    // Changes, comments, fields, boxes.
    case inserted, deleted, movedFrom, fieldCharacter, textBox, alternateContent, choice, fallback
    case comment, footnote, picture
    /// An element whose content is no text of the document: instructions, old properties, pinyin.
    case dropped
    // Styles and numbering.
    case style, name, basedOn, abstractNumbering, numberingInstance, abstractNumberingId, levelOverride, startOverride
    case level, start, numberFormat, levelText, legalNumbers
    case other

    init(_ local: String, space: String) {
        if space.hasSuffix("/wordprocessingml/2006/main") || space.hasSuffix("/wordprocessingml/main") {
            self = Self.word[local] ?? .other
        } else if space.hasSuffix("/math") {
            self = local == "t" ? .text : .other
        } else if space.hasSuffix("/markup-compatibility/2006") {
            switch local {
            case "AlternateContent": self = .alternateContent
            case "Choice": self = .choice
            case "Fallback": self = .fallback
            default: self = .other
            }
        } else {
            self = local == "blip" || local == "imagedata" ? .picture : .other
        }
    }

    private static let word: [String: WordTag] = [
        "body": .body, "p": .paragraph, "r": .run, "t": .text, "tab": .tab, "ptab": .tab, "br": .lineBreak,
        "cr": .lineBreak, "noBreakHyphen": .noBreakHyphen, "sym": .symbol, "pPr": .paragraphProperties,
        "rPr": .runProperties, "pStyle": .paragraphStyle, "outlineLvl": .outlineLevel,
        "numPr": .numberingProperties, "numId": .numberingId, "ilvl": .numberingLevel, "vanish": .vanish,
        "rStyle": .runStyle, "vertAlign": .verticalAlignment, "position": .raised, "strike": .strike,
        "dstrike": .strike,
        "tbl": .table, "tr": .row, "tc": .cell, "trPr": .rowProperties, "tcPr": .cellProperties,
        "gridSpan": .gridSpan, "gridBefore": .gridBefore, "vMerge": .verticalMerge, "hMerge": .horizontalMerge,
        "ins": .inserted, "moveTo": .inserted, "del": .deleted, "moveFrom": .movedFrom,
        "fldChar": .fieldCharacter, "txbxContent": .textBox, "commentReference": .comment,
        "footnoteReference": .footnote, "endnoteReference": .footnote,
        "instrText": .dropped, "delText": .dropped, "delInstrText": .dropped, "rt": .dropped, "sdtPr": .dropped,
        "sdtEndPr": .dropped, "sectPr": .dropped, "tblPr": .dropped, "tblGrid": .dropped, "tblPrEx": .dropped,
        "pPrChange": .dropped, "rPrChange": .dropped, "tcPrChange": .dropped, "trPrChange": .dropped,
        "tblPrChange": .dropped, "sectPrChange": .dropped, "tabs": .dropped, "fldData": .dropped,
        "style": .style, "name": .name, "basedOn": .basedOn, "abstractNum": .abstractNumbering,
        "num": .numberingInstance, "abstractNumId": .abstractNumberingId, "lvlOverride": .levelOverride,
        "startOverride": .startOverride, "lvl": .level, "start": .start, "numFmt": .numberFormat,
        "lvlText": .levelText, "isLgl": .legalNumbers,
    ]
}
