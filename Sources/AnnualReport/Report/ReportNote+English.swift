extension ReportNote {
    /// What the note says in English, by its code alone: the sentence itself is kept with the report in Chinese. nil for a
    /// code that only a later program knows.
    public var english: String? {
        switch code {
        case "surplus_values", "surplus_agreed": "More numbers are printed than there are columns."
        case "missing_values": "Fewer numbers are printed than there are columns; where each belongs is not certain."
        case "column_lost": "A column is missing, as in the heading; it is taken as having no data."
        case "blank_filled": "There are blanks; numbers were matched to columns by their place."
        case "blanks_gathered": "The blanks stand at the end of the row; where each number belongs is not certain."
        case "headings_unclear": "The order of the headings is not certain; the numbers were not used."
        case "columns_reordered":
            "The columns are in another order than in the form; they were matched by their headings."
        case "extra_column": "The table has a column that the form does not have; it was not used."
        case "row_twice": "The row occurs twice with different numbers; it was not used."
        case "row_torn": "Numbers in the next line belong to no row; this row was not used."
        case "row_unclear": "It is not certain which row the numbers belong to; they were not used."
        case "row_displaced": "The numbers are shifted against the headings; where each belongs is not certain."
        case "row_split": "The label is split into pieces; it was read as one row."
        case "row_by_order": "The numbers do not stand beside their labels; they were matched by order."
        case "unknown_row": "The tables have rows that the form does not have; they were not used."
        case "mixed_form": "“Other handling” follows the form of other years than the rest."
        case "hidden_sheet": "The workbook has hidden sheets, which were not read."
        case "hidden_cells": "The sheet has hidden rows or columns, which were not read."
        case "formula_without_value": "The sheet has formulas without saved results. Open it, save it and try again."
        case "empty_rows_dropped": "Long runs of empty rows or columns were left out."
        case "wrong_extension": "The name of the file ends on another format than its content; the content was read."
        case "tracked_changes": "The document has tracked changes; it was read with all of them accepted."
        case "comments": "The document has comments, which were not read."
        case "footnotes": "The document has footnotes or endnotes, which were not read."
        case "cut_character": "The last character is incomplete; the file may have been cut off."
        case "broken_characters": "Some bytes are no valid characters; compare with the original."
        case "struck_text": "Text that is struck through was taken as deleted."
        case "hidden_text": "Hidden content was not read."
        case "images": "The document has pictures; text and tables in them were not read."
        case "held_article": "The text stands in a form field or script template; it was read from there."
        case "watermark": "The text of a watermark was not read."
        case "pages_without_text": "Some pages have no text that can be read; they may be pictures."
        default: nil
        }
    }
}
