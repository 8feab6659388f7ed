/// The errors that more than one reader gives, so that the same trouble has the same words everywhere.
extension DocumentError {
    /// The formats that are read, for messages.
    static let readable = "可以读取的格式：docx、xlsx、pdf、html、txt、md"

    static func unknownFormat() -> DocumentError {
        DocumentError(code: "unknown_format", message: "无法识别的文件格式。\(readable)。")
    }

    static func damaged(_ what: String) -> DocumentError {
        DocumentError(code: "damaged", message: "\(what)已损坏或不完整，无法读取。请重新获取原件，或在办公软件中打开后另存一份再试。")
    }

    static func encrypted(_ what: String) -> DocumentError {
        DocumentError(code: "encrypted", message: "\(what)设有打开密码，无法读取。请取消密码后另存一份再试。")
    }

    static func tooLarge(_ limits: ReadingLimits) -> DocumentError {
        DocumentError(
            code: "too_large",
            message: "文件超过\(ByteText.words(limits.fileBytes))，未予读取。请去掉图片和附件后另存一份再试。")
    }

    static func tooDeep(_ limits: ReadingLimits) -> DocumentError {
        DocumentError(
            code: "too_deep", message: "文件的结构嵌套超过\(limits.depth)层，不像正常的文稿，未予读取。请将内容复制到新文稿后再试。")
    }

    static func tooManyCells(_ limits: ReadingLimits) -> DocumentError {
        DocumentError(
            code: "too_many_cells", message: "文件中的表格超过\(limits.tableCells)个单元格，未予读取。请只保留年度报告的内容后再试。")
    }

    static func unpackedTooLarge(_ limits: ReadingLimits) -> DocumentError {
        DocumentError(
            code: "unpacked_too_large",
            message: "文件解开后超过\(ByteText.words(limits.unpackedBytes))，未予读取。请去掉图片和附件后另存一份再试。")
    }

    static func suspiciousRatio(_ limits: ReadingLimits) -> DocumentError {
        DocumentError(
            code: "suspicious_ratio", message: "文件内部的压缩比超过\(limits.unpackedRatio)倍，不像正常的文稿，未予读取。请在办公软件中另存一份再试。")
    }

    static func entitiesRefused() -> DocumentError {
        DocumentError(
            code: "entities_refused", message: "文件内部带有实体定义，正常的文稿没有这种内容，未予读取。请在办公软件中另存一份再试。")
    }
}

/// Sizes in words.
enum ByteText {
    /// The size in MB where it is a whole number of them, else in bytes.
    static func words(_ bytes: Int) -> String {
        let mega = 1024 * 1024
        return bytes >= mega && bytes % mega == 0 ? "\(bytes / mega)MB" : "\(bytes)字节"
    }
}
