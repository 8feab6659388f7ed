internal import AnnualReport
internal import HTTPCore
internal import Service

/// The form of an upload and its check.
struct CheckHandler: Sendable {
    let site: SiteContext

    /// Shows the form.
    func form(_ request: Request) -> Response { show(request, problems: [], status: .ok) }

    /// Checks what was uploaded; nothing of it is kept.
    func check(_ request: Request) -> Response {
        guard site.limiter.admits(request.remoteAddress, at: site.clock()) else {
            let most = site.settings.checksPerMinute
            return site.refuse(
                request, .tooManyRequests, "同一地址一分钟内最多核对\(most)份文件，这一份没有核对。",
                "At most \(most) files a minute are checked from one address; this one was not.")
        }
        let upload: Multipart
        do throws(RequestError) {
            upload = try request.multipart(limits: .form(parts: 8, partBytes: site.settings.uploadBytes))
        } catch {
            return site.refuse(request, error)
        }
        if let name = upload.repeated(of: [CheckPage.fileField, CheckPage.previousField, FormToken.fieldName]) {
            let labels = [CheckPage.fileField: "年度报告文件", CheckPage.previousField: "上一年的年报"]
            return site.refuse(request, repeated: labels[name] ?? "表单校验")
        }
        guard let visit = site.token.visit(of: request),
            let signature = upload[FormToken.fieldName].flatMap({ try? $0.text() }),
            site.token.accepts(signature, of: visit)
        else {
            return site.refuse(
                request, .forbidden, "这个表单不是从本站页面提交的，或者页面打开得太久。",
                "The form does not come from a page of this site, or the page was open too long.")
        }
        let tooLarge: [CheckPage.Problem] = [CheckPage.fileField, CheckPage.previousField].compactMap { field in
            upload[field].flatMap { overLimit($0, field) }
        }
        guard tooLarge.isEmpty else { return show(request, problems: tooLarge, status: .contentTooLarge) }
        guard let file = Self.file(upload, CheckPage.fileField) else {
            return show(
                request,
                problems: [
                    CheckPage.Problem(
                        field: CheckPage.fileField,
                        message: Sentence("还没有选择年度报告文件，请先选择文件。", "No annual report is chosen. Choose the file first."))
                ], status: .unprocessable)
        }
        guard site.limiter.enter() else {
            return site.refuse(
                request, .unavailable, "正在核对的文件太多，这一份没有排上。",
                "Too many files are being checked just now; yours had to wait too long.", retryAfter: 30)
        }
        defer { site.limiter.leave() }
        return answer(request, file, previous: Self.file(upload, CheckPage.previousField))
    }

    private func answer(_ request: Request, _ file: CheckUpload.File, previous: CheckUpload.File?) -> Response {
        do throws(CheckUpload.Refusal) {
            let answer = try CheckUpload(reader: site.reader).run(file, previous: previous)
            let page = CheckResultPage(answer: answer, fileName: file.name, t: ViewOptions(request).wording)
            return site.privatePage(request, page.content)
        } catch {
            let name = error.concernsPrevious ? previous?.name ?? "" : file.name
            return refused(request, error, name)
        }
    }

    /// What to say of a file over the limit; nil for any other.
    private func overLimit(_ part: Multipart.Part, _ field: String) -> CheckPage.Problem? {
        let limit = site.settings.fileBytes
        guard let name = part.fileName, part.droppedBytes != nil || part.content.count > limit else { return nil }
        return CheckPage.Problem(
            field: field,
            message: Sentence(
                "文件“\(PaperLabel.plain(name))”没有核对：超过\(limit >> 20) MB的上限。请删去文件中的大图片，或者只保留年报本身，另存后重新选择。",
                "The file “\(PaperLabel.plain(name))” was not checked: it is over the limit of \(limit >> 20) MB. Take large pictures out of it, or save the report alone, and choose it again."
            ))
    }

    private func refused(_ request: Request, _ error: CheckUpload.Refusal, _ name: String) -> Response {
        let field = error.concernsPrevious ? CheckPage.previousField : CheckPage.fileField
        let problem = CheckPage.Problem(
            field: field,
            message: Sentence(
                "文件“\(PaperLabel.plain(name))”未能核对：\(error.message)",
                "The file “\(PaperLabel.plain(name))” was not checked: \(error.english ?? error.message)"))
        let status: Status =
            switch error.code {
            case "too_large", "unpacked_too_large": .contentTooLarge
            case "unknown_format", "unsupported_format": .unsupportedMediaType
            case "reader_busy", "reader_not_started", "reader_not_confined": .unavailable
            default: .unprocessable
            }
        if status == .unavailable {
            site.observe(SiteProblem(requestID: request.id, description: "upload: \(error.code)"))
        }
        let answer = show(request, problems: [problem], status: status)
        return error.code == "reader_busy" ? answer.setting("Retry-After", "30") : answer
    }

    private func show(_ request: Request, problems: [CheckPage.Problem], status: Status) -> Response {
        let known = site.token.visit(of: request)
        let visit = known ?? site.token.newVisit()
        let page = CheckPage(
            t: ViewOptions(request).wording, token: site.token.signature(of: visit),
            fileBytes: site.settings.fileBytes, problems: problems)
        let response = site.privatePage(request, page.content, status: status)
        guard known == nil,
            let cookie = Cookie(name: FormToken.cookieName, value: visit, isSecure: request.isSecure)
        else { return response }
        return response.setting(cookie)
    }

    /// A file the visitor chose; nil where the field was left empty.
    private static func file(_ upload: Multipart, _ field: String) -> CheckUpload.File? {
        guard let part = upload[field], let name = part.fileName, !name.isEmpty else { return nil }
        return CheckUpload.File(name: name, bytes: Array(part.content))
    }
}
