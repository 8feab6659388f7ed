enum LegacyOffice {
    static func unreadable(_ bytes: [UInt8]) -> DocumentError {
        DocumentError(code: "legacy_format", message: "这是旧版Word或Excel文件（doc、wps、xls）。请用Word或WPS另存为docx或xlsx后再试。")
    }
}
