extension DocumentError {
    /// What is wrong and how to mend it, in English: by the code and the limits of reading, since only the code and the Chinese
    /// sentence come back from the process that reads. nil for codes that the upload of a report cannot meet.
    public static func english(_ code: String, within limits: ReadingLimits) -> String? {
        switch code {
        case "empty_file": "The file is empty. Get the original again and try with that."
        case "too_large":
            "The file is larger than \(megabytes(limits.fileBytes)). Remove pictures and attachments and save it again."
        case "unpacked_too_large":
            "The file is larger than \(megabytes(limits.unpackedBytes)) when unpacked. Remove pictures and attachments and save it again."
        case "suspicious_ratio":
            "The file is packed more than \(limits.unpackedRatio) times, which documents are not. Save it again from your program."
        case "too_deep":
            "The file is nested more than \(limits.depth) levels deep, which documents are not. Copy its content into a new one."
        case "too_many_cells":
            "The tables of the file have more than \(limits.tableCells) cells. Keep only what belongs to the annual report."
        case "too_many_pages":
            "The file has more than \(limits.pages) pages. Keep only what belongs to the annual report."
        case "too_many_files": "The archive has more than \(limits.archiveFiles) files. Split it."
        case "is_archive": "This is an archive. Unpack it and choose the report inside."
        case "legacy_format": "This is an old doc, wps or xls file. Save it as docx or xlsx first."
        case "unsupported_format": "This kind of file cannot be read. Save it as docx first."
        case "unknown_format": "The format is not known. docx, xlsx, pdf, html, txt and md can be read."
        case "unknown_encoding": "The encoding of the text is not known. Save the file as UTF-8."
        case "damaged", "damaged_answer": "The file is damaged or incomplete. Get the original again, or save it anew."
        case "encrypted": "The file has a password. Remove it and save the file again."
        case "entities_refused": "The file has definitions that documents do not need. Save it anew from your program."
        case "scanned_pdf": "This PDF is a scan without text. Use the file that it was made from."
        case "all_hidden": "Everything in the workbook is hidden. Show it and save the workbook again."
        case "conversion_failed": "The old file could not be converted. Save it as docx in Word or WPS and try again."
        case "conversion_timeout":
            "The old file could not be converted in \(limits.conversionSeconds) seconds. Save it as docx in Word or WPS and try again."
        case "not_a_report":
            "No annual report was recognised in the file. Check that it is the right one."
        case "old_form": "The report is older than the statutory form. Reports for 2019 and later can be checked."
        case "several_reports": "There is more than one annual report in the file. Save each as a file of its own."
        case "too_slow":
            "The file could not be read in \(limits.seconds) seconds. Save it anew, or keep only the annual report."
        case "too_much_memory":
            "Reading the file needs more than \(megabytes(limits.memoryBytes)) of memory. Remove large pictures, or keep only the annual report."
        case "reader_crashed": "The file could not be read to its end. Save it anew from your program."
        case "reader_busy":
            "Too many files are being read just now; nothing is wrong with yours. Try again in half a minute."
        case "reader_not_started", "reader_not_confined":
            "The check is not possible just now; nothing is wrong with your file. Try again later."
        default: nil
        }
    }

    /// A size in MB where it is a whole number of them, else in bytes.
    private static func megabytes(_ bytes: Int) -> String {
        bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
    }
}
