internal import DocumentWriting
internal import HTTPCore
internal import Service

/// A report as a document to save: Word, or pdf. Files are kept in memory while the database stays as it was, as pages
/// are; how many are written at a time, and for one address in a minute, is bounded.
struct ReportFileHandler: Sendable {
    let site: SiteContext

    /// The document of the report that the address names.
    func answer(_ request: Request, as format: WriteReport.Format) -> Response {
        site.kept(request) { () throws(ServiceError) in
            guard let key = ReportAddress(request) else { return .other(missing(request)) }
            guard site.documentLimiter.admits(request.remoteAddress, at: site.clock()) else {
                return .other(
                    site.refuse(
                        request, .tooManyRequests,
                        "同一地址一分钟内最多生成\(site.settings.documentsPerMinute)份文档。",
                        "At most \(site.settings.documentsPerMinute) documents a minute are made for one address."))
            }
            guard site.documentLimiter.enter() else {
                return .other(
                    site.refuse(
                        request, .unavailable,
                        "正在生成的文档太多，这一份没有排上。", "Too many documents are being made just now; yours had to wait too long.",
                        retryAfter: 15))
            }
            defer { site.documentLimiter.leave() }
            let work = WriteReport(ledger: site.ledger, print: site.settings.print)
            switch try work.run(key.code, key.year, version: key.version, as: format) {
            case .missing: return .other(missing(request))
            case .refused(let error):
                site.observe(SiteProblem(requestID: request.id, description: "\(format.rawValue): \(error.code)"))
                guard error.isMissingProgram else {
                    return .other(
                        site.refuse(
                            request, .unavailable, error.message, "The document could not be made."))
                }
                // What to install is for whoever runs the site, and stands in the log.
                return .other(
                    site.refuse(
                        request, .notImplemented,
                        "本站还不能生成 PDF 文件。请下载 Word 文档，或者用浏览器打印报告页面。",
                        "This site cannot make PDF files yet. Take the Word document, or print the page."))
            case .written(let bytes, let name):
                return .file(Response(bytes, type: format == .pdf ? .pdf : .docx).asDownload(named: name))
            }
        }
    }

    private func missing(_ request: Request) -> Response { site.refuse(request, .noReport) }
}
