internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Service

extension TrackHandler {
    /// Does what a form asks for.
    func take(_ form: Form, _ request: Request) -> Response {
        guard desk.setting.vault != nil else { return site.deskClosed(request) }
        let upload: Multipart
        do throws(RequestError) {
            upload = try request.multipart(limits: .form(desk.setting.limits))
        } catch {
            return site.refuse(request, error)
        }
        let labels = [
            "matter": "补正后的申请内容", "text": "内容", "grade": "评价", "remark": "想说的话", FormToken.fieldName: "表单校验",
        ]
        if let name = upload.repeated(of: labels.keys.sorted()) {
            return site.refuse(request, repeated: labels[name] ?? "")
        }
        func text(_ name: String) -> String {
            let text = upload[name].flatMap { try? $0.text() } ?? ""
            return String(text.prefix(ApplicationField.textLimit)).replacing("\r\n", with: "\n")
        }
        let t = ViewOptions(request).wording
        let files = upload.files.map { part in
            HandedInFile(
                .attachments, name: part.fileName ?? "", bytes: Array(part.content), droppedBytes: part.droppedBytes)
        }
        let shown = ShownFiles(upload)
        // A correction that was emptied comes back empty, and not with the text of before.
        let written =
            form == .correction
            ? KeptWords(field: "matter", text: text("matter"))
            : KeptWords.fields.compactMap { field in
                text(field).isEmpty ? nil : KeptWords(field: field, text: text(field))
            }.first
        guard let opened = session(request) else {
            return door(
                request,
                notice: t(
                    "离开得久了，或者已经打开\(TrackSession.hours)小时，为了安全已经退出。请再填登记号和查询码，您写的内容还在；文件要重新选择。",
                    "You were away for a long time, or \(TrackSession.hours) hours have passed, so you were signed out. Enter the number and code again: what you wrote is kept, but files must be chosen again."
                ) + Self.names(files + shown.missing(from: []), t),
                kept: written.flatMap { $0.text.isEmpty ? nil : $0 }, status: .forbidden)
        }
        let key = opened.key
        do throws(ServiceError) {
            guard site.token.visit(of: request).map({ site.token.accepts(text(FormToken.fieldName), of: $0) }) == true
            else {
                return try show(
                    request, key, Self.placed(Self.forgotten(files), form),
                    notice: t("页面打开得太久了，您写的内容还在，请再提交一次。", "The page was open too long. Please send it again."),
                    kept: written, status: .forbidden)
            }
            if let wait = desk.forms.take(ClientNetwork.name(of: request.remoteAddress), at: site.clock()) {
                return try show(
                    request, key, Self.placed(Self.forgotten(files), form), notice: desk.comeBack(after: wait, t),
                    kept: written,
                    status: .tooManyRequests
                ).retrying(after: wait)
            }
            guard let deed = Self.deed(form, text) else {
                let finding = Finding(
                    .valueMissing, field: "grade", "没有选择评价。", article: .regulation(46), remedy: "请选择一项。",
                    english: .init("No rating is chosen.", remedy: "Choose one."))
                return try show(request, key, [finding], kept: written, status: .unprocessable)
            }
            let sent = SentDeed(form: form, deed: deed, files: files, shown: shown, written: written)
            let mark = try DeedMark(sent.digest(of: opened), desk.setting)
            // Pressed twice: what the first click did stands there.
            guard try !wasDone(mark) else { return try done(form, opened, request) }
            let (answer, isDone) = try perform(sent, mark, text("matter"), opened, request)
            // Another click did it while this one was refused.
            if !isDone, try wasDone(mark) { return try done(form, opened, request) }
            return answer
        } catch {
            return site.deskFailure(request, error)
        }
    }

    private func wasDone(_ mark: DeedMark) throws(ServiceError) -> Bool {
        try GoOnWithRequest(desk.setting).wasDone(mark, at: desk.desk.now())
    }

    /// Does what was sent, or shows the page with what is wrong.
    private func perform(
        _ sent: SentDeed, _ mark: DeedMark, _ matter: String, _ opened: TrackSession.Opened, _ request: Request
    ) throws(ServiceError) -> (answer: Response, isDone: Bool) {
        let (form, key) = (sent.form, opened.key)
        if let moved = try moved(sent, matter, opened, request) { return moved }
        let held = self.held(form, opened)
        let missing = sent.shown.missing(from: try held?.find()?.files ?? [])
        let kept = try held?.contents().filter { !sent.shown.removed.contains($0.number) } ?? []
        // What another page of the same session left here meanwhile is not sent by somebody who did not see it.
        let earlier = kept.filter { sent.shown.keeps($0.number, $0.file.name) }.map(\.file)
        var findings = missing.map(\.forgotten)
        if form == .correction, missing.isEmpty, earlier.isEmpty, sent.files.isEmpty,
            try FollowRequest(desk.setting).see(key, at: desk.desk.now())?.request.matter == Statement(matter)
        {
            findings = [Self.unchanged]
        } else if missing.isEmpty {
            findings = try GoOnWithRequest(desk.setting).run(
                sent.deed.with(earlier + Self.new(sent.files, beside: earlier)), on: key, once: mark,
                at: desk.desk.now())
            guard findings.contains(where: { $0.severity == .error }) else {
                try held?.forget()
                return (try done(form, opened, request), true)
            }
        }
        // What another click did meanwhile leaves nothing to be kept.
        if try wasDone(mark) { return (try done(form, opened, request), true) }
        if let moved = try moved(sent, matter, opened, request) { return moved }
        if let held, !sent.files.isEmpty || !earlier.isEmpty || !sent.shown.removed.isEmpty {
            let new = Self.new(sent.files, beside: kept.map(\.file))
            switch try held.keep(sent.written?.text ?? "", new, removing: sent.shown.removed) {
            case .kept(let refused):
                // In the order of the fields of the form.
                findings = findings.filter { !Finding.Code.ofFiles.contains($0.code) } + refused
            case .full: findings += Self.forgotten(new, besides: findings)
            }
        }
        return (
            try show(request, key, Self.placed(findings, form), kept: sent.written, status: .unprocessable), false
        )
    }

    /// The files that do not lie there already: a form that is sent twice brings the same ones again.
    private static func new(_ files: [HandedInFile], beside kept: [HandedInFile]) -> [HandedInFile] {
        files.filter { file in
            !kept.contains {
                $0.name == file.shownName && $0.droppedBytes == file.droppedBytes && $0.bytes == file.bytes
            }
        }
    }

    /// The answer where the case has gone on, so that the deed is done already or cannot be done any more; nil where it can.
    private func moved(
        _ sent: SentDeed, _ matter: String, _ opened: TrackSession.Opened, _ request: Request
    ) throws(ServiceError) -> (answer: Response, isDone: Bool)? {
        guard let view = try FollowRequest(desk.setting).see(opened.key, at: desk.desk.now()),
            !view.can(sent.form.verb)
        else { return nil }
        // What came with files that nobody took is not done, whatever the text.
        guard !sent.files.isEmpty || !sent.form.isDone(view, matter: matter, sent.deed) else {
            return (try done(sent.form, opened, request), true)
        }
        return (
            try show(
                request, opened.key, [sent.form.over] + Self.placed(Self.forgotten(sent.files), sent.form),
                kept: sent.written, status: .unprocessable), false
        )
    }

    private func done(_ form: Form, _ opened: TrackSession.Opened, _ request: Request) throws(ServiceError) -> Response
    {
        remember(
            try sessions.text(opened, at: desk.desk.now()), request,
            Response.redirect(to: "\(CasePage.path)?done=\(form)").cached(.never))
    }

    private static func deed(_ form: Form, _ text: (String) -> String) -> GoOnWithRequest.Deed? {
        switch form {
        case .correction: .correct(matter: text("matter"), files: [])
        case .message: .send(text: text("text"), files: [])
        case .withdrawal: .withdraw
        case .received: .confirmAnswer
        case .rating: ApplicantRating.Grade(rawValue: text("grade")).map { .rate($0, remark: text("remark")) }
        }
    }

    func held(_ form: Form, _ opened: TrackSession.Opened) -> HeldFiles? {
        HeldFiles(desk.setting, opened, form, minutes: desk.limits.sessionMinutes, at: desk.desk.now())
    }

    /// What is said of the files that came with a form of which nothing can be kept: they must be chosen again.
    /// Those that a finding names already are left out.
    private static func forgotten(_ files: [HandedInFile], besides findings: [Finding] = []) -> [Finding] {
        files.filter { file in !findings.contains { $0.message.contains("“\(file.shownName)”") } }.map(\.forgotten)
    }

    /// The names of files for a sentence; empty where there are none.
    private static func names(_ files: [HandedInFile], _ t: Wording) -> String {
        guard !files.isEmpty else { return "" }
        let names = files.map { "“\($0.shownName)”" }
        return t("文件：\(names.joined(separator: "、"))。", " Files: \(names.joined(separator: ", ")).")
    }

    /// The findings with the field of this page that they belong to; those about the whole lead to no field.
    private static func placed(_ findings: [Finding], _ form: Form) -> [Finding] {
        findings.map { finding in
            let field =
                switch (form, finding.field) {
                case (_, "matter"), (_, "grade"), (_, "remark"): finding.field
                case (.message, "text"), (.message, "message.text"): "text" as String?
                case (.correction, "attachments"): "correction-files"
                case (.message, "attachments"): "message-files"
                default: String?.none
                }
            // Who fills in a form knows its labels, not the names of fields.
            let message = finding.field.map { finding.message.replacing("（\($0)）", with: "") } ?? finding.message
            if finding.code == .valueBlank || finding.code == .valueMissing, field == "matter" {
                return Finding(
                    finding.code, finding.severity, field: field, "没有填写“补正后的申请内容”。", article: finding.article,
                    remedy: "请写完整的申请内容后再提交。",
                    english: .init(
                        "“Your corrected application” is empty.", remedy: "Write it in full, then send the form."))
            }
            if finding.code == .valueCitizenNumber {
                return Finding(
                    finding.code, finding.severity, field: field, "这里写有公民身份号码。写的内容会登记入册，不能写个人证件号码。",
                    article: finding.article, remedy: "请删去身份证号码后再提交；您的证件号码申请时已经登记，不用再写。",
                    english: .init(
                        "The identity number of a citizen stands here. What is written is entered in the register, which may not hold such numbers.",
                        remedy: "Remove it and send the form again; your number was taken when you applied."))
            }
            return finding.placed(at: field, saying: message)
        }
    }

    /// Pressing the button without having corrected anything would use up the correction.
    private static let unchanged = Finding(
        .valueForm, field: "matter", "“补正后的申请内容”和原来的一样，也没有附材料。", article: .regulation(30),
        remedy: "请按“需要补正”的要求写清楚；认为不需要改的，请在内容后面写明理由。",
        english: .init(
            "Your corrected application is the same as before, and no papers came with it.",
            remedy: "Write what is asked for; if you think nothing has to be changed, add why."))
}
