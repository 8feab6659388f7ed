extension DocumentWritingError {
    /// True where the machine lacks what pdf files are made with.
    public var isMissingProgram: Bool { code == "pdf_not_installed" || code == "pdf_no_typeface" }

    static let pdfNotInstalled = DocumentWritingError(
        code: "pdf_not_installed",
        message: "没有安装生成 PDF 所用的 WeasyPrint。请由管理员执行 "
            + "apt-get install --no-install-recommends weasyprint fonts-noto-cjk 后再试，或者改用 docx 格式。")

    static let pdfNoTypeface = DocumentWritingError(
        code: "pdf_no_typeface",
        message: "系统中没有中文字体，PDF 中的文字会是空白方框，因此没有生成。请由管理员执行 "
            + "apt-get install --no-install-recommends fonts-noto-cjk，或者安装单位已有的仿宋、小标宋等字体后再试。")

    static func pdfTooSlow(_ seconds: Int) -> DocumentWritingError {
        DocumentWritingError(
            code: "pdf_too_slow",
            message: "\(seconds) 秒内没有生成 PDF，已停止。请稍后再试，或者改用 docx 格式；确有需要时可调整设置 GONGKAI_PDF_SECONDS。")
    }

    static let pdfFailed = DocumentWritingError(
        code: "pdf_failed",
        message: "PDF 没有生成成功，可能是内存不足。请改用 docx 格式；管理员可以调整设置 GONGKAI_PDF_MAX_MEMORY 后再试。")
}
