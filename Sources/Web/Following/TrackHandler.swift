internal import Disclosure
internal import DocumentWriting
internal import HTTPCore
internal import Ledger
internal import Service

/// Opens an application by number and code, and lets its applicant go on with it.
///
/// Number, code and everything personal stay out of addresses: the session is a sealed cookie that only these pages get.
struct TrackHandler: Sendable {
    let site: SiteContext
    let desk: OpenDesk

    static let cookieName = "gongkai_track"

    var sessions: TrackSession { TrackSession(desk.setting, minutes: desk.limits.sessionMinutes) }

    // MARK: The door

    /// Asks for number and code.
    func form(_ request: Request) -> Response {
        guard desk.setting.vault != nil else { return site.deskClosed(request) }
        return door(request, status: .ok)
    }

    /// Takes number and code.
    func open(_ request: Request) -> Response {
        guard desk.setting.vault != nil else { return site.deskClosed(request) }
        let fields: FormFields
        do throws(RequestError) { fields = try request.form() } catch { return site.refuse(request, error) }
        if let name = fields.repeated(of: ["number", "code"]) {
            return site.refuse(request, repeated: name == "code" ? "查询码" : "登记号")
        }
        let t = ViewOptions(request).wording
        let number = String((fields["number"] ?? "").prefix(100))
        let kept = Self.kept(fields)
        guard accepts(fields, request) else {
            return door(
                request, number: number,
                notice: t("页面打开得太久了，请再填一次查询码。", "The page was open too long. Please enter the code again."), kept: kept,
                status: .forbidden)
        }
        // A field that was left empty is no try: nothing is looked up.
        let missing = Self.missing(number: number, code: fields["code"] ?? "")
        guard missing.isEmpty else {
            return door(request, number: number, findings: missing, kept: kept, status: .unprocessable)
        }
        let place = CaseKey(typed: number).map { "\($0)".lowercased() } ?? "-"
        if let wait = desk.triesByAddress.take(ClientNetwork.name(of: request.remoteAddress), at: site.clock()) {
            return door(
                request, number: number, notice: desk.comeBack(after: wait, t), kept: kept, status: .tooManyRequests
            ).retrying(after: wait)
        }
        let passage = NumberGate(desk: desk, token: site.token).ask(
            place, from: request.remoteAddress, stamp: fields[ProofMarkup.stampField],
            proof: fields[ProofMarkup.proofField] ?? "", at: desk.desk.now(), clock: site.clock())
        let isCounted: Bool
        switch passage {
        case .open(let counted): isCounted = counted
        case .task(let task):
            // The code was not looked at: it is no try of this network.
            desk.triesByAddress.giveBack(ClientNetwork.name(of: request.remoteAddress))
            return door(
                request, number: number, notice: NumberGate.notice(task, t), kept: kept, task: task,
                status: .tooManyRequests
            ).setting("Retry-After", "\(task.seconds)")
        }
        do throws(ServiceError) {
            guard let key = try FollowRequest(desk.setting).admit(number: number, code: fields["code"] ?? "") else {
                return door(request, number: number, findings: [Self.wrong], kept: kept, status: .forbidden)
            }
            desk.openedRightly(isCounted ? place : nil, from: request.remoteAddress)
            let now = desk.desk.now()
            let session = try sessions.text(.init(key, since: now), at: now)
            // What was kept for sessions that are over goes, also where nobody applies any more.
            try KeepDraft(desk.setting).forgetExpired(at: now)
            if let kept {
                return remember(session, request, try show(request, key, [], kept: kept, status: .ok))
            }
            return remember(session, request, Response.redirect(to: CasePage.path).cached(.never))
        } catch {
            return site.deskFailure(request, error)
        }
    }

    /// Ends the session, where the form of its page asks for it.
    func leave(_ request: Request) -> Response {
        guard let opened = session(request) else { return ended(request) }
        let fields: FormFields
        do throws(RequestError) { fields = try request.form() } catch { return site.refuse(request, error) }
        if accepts(fields, request) {
            do throws(ServiceError) {
                for form in [Form.correction, .message] { try held(form, opened)?.forget() }
            } catch {
                return site.deskFailure(request, error)
            }
            return ended(request)
        }
        let t = ViewOptions(request).wording
        return within(request) { (key) throws(ServiceError) in
            try show(
                request, key, [],
                notice: t(
                    "还没有退出：页面打开得太久了，请再点一次“退出查询”。",
                    "You have not left yet: the page was open too long. Please press “Leave” again."),
                status: .forbidden)
        }
    }

    /// Takes the session away from the browser.
    private func ended(_ request: Request) -> Response {
        var response = Response.redirect(to: TrackPage.path).cached(.never)
        if let cookie = Cookie(
            name: Self.cookieName, value: "-", path: TrackPage.path, maximumAge: 0, isSecure: request.isSecure)
        {
            response = response.setting(cookie)
        }
        return response
    }

    // MARK: The application

    /// Shows the application.
    func see(_ request: Request) -> Response {
        within(request) { (key) throws(ServiceError) in
            guard let view = try FollowRequest(desk.setting).see(key, at: desk.desk.now()) else {
                return ended(request)
            }
            // What is shown is read; the page still says which messages are new.
            if request.method == .get, view.request.unreadMessages > 0 {
                _ = try GoOnWithRequest(desk.setting).run(.readMessages, on: key, at: desk.desk.now())
            }
            return try draw(request, view, [], status: .ok)
        }
    }

    /// Gives a file of the answer or of a message: saved, never shown, kept nowhere.
    func file(_ request: Request) -> Response {
        within(request) { (key) throws(ServiceError) in
            let reference = request.parameters["reference"].flatMap { PaperReference($0) }
            guard let reference,
                let file = try FollowRequest(desk.setting).file(reference, of: key, at: desk.desk.now())
            else {
                return site.refuse(
                    request, .notFound,
                    "没有这份文件，或者还不能查收。请从查询页面打开。",
                    "There is no such file, or it cannot be taken yet. Open it from the page of your application.")
            }
            return Response(file.bytes, type: ContentType(fileName: file.label.fileName))
                .asDownload(named: file.label.fileName).cached(.never)
                .setting("Content-Security-Policy", "default-src 'none'; sandbox")
        }
    }

    /// Shows a letter.
    func letter(_ request: Request) -> Response {
        withLetter(request) { site.privatePage(request, $0.content) }
    }

    /// Hands a letter out as a document.
    func letterFile(_ request: Request) -> Response {
        withLetter(request) { page in
            do throws(DocumentWritingError) {
                return Response(try page.document.docx(), type: .docx)
                    .asDownload(named: "\(page.letter.title).docx").cached(.never)
            } catch {
                return site.refuse(
                    request, .unavailable, error.message, "The letter could not be made as a document.")
            }
        }
    }

    private func withLetter(_ request: Request, _ answer: (LetterPage) -> Response) -> Response {
        within(request) { (key) throws(ServiceError) in
            let number = request.parameters["step"].flatMap { Int($0) }
            guard let view = try FollowRequest(desk.setting).see(key, at: desk.desk.now()),
                let letter = ApplicantLetter.all(of: view).first(where: { $0.number == number })
            else {
                return site.refuse(
                    request, .notFound,
                    "没有这份文书。请从查询页面打开。", "There is no such letter. Open it from the page of your application.")
            }
            return answer(LetterPage(view: view, letter: letter, t: ViewOptions(request).wording))
        }
    }

    /// Asks once more before the application is taken back.
    func withdrawal(_ request: Request) -> Response {
        within(request) { (key) throws(ServiceError) in
            guard let view = try FollowRequest(desk.setting).see(key, at: desk.desk.now()), view.can(.withdraw) else {
                return Response.redirect(to: CasePage.path).cached(.never)
            }
            return site.tokenPage(request, status: .ok) { token in
                WithdrawalPage(view: view, token: token, t: ViewOptions(request).wording).content
            }
        }
    }

    // MARK: Parts

    func session(_ request: Request) -> TrackSession.Opened? {
        request.cookie(Self.cookieName).flatMap { sessions.opened($0, at: desk.desk.now()) }
    }

    func within(_ request: Request, _ make: (CaseKey) throws(ServiceError) -> Response) -> Response {
        guard desk.setting.vault != nil else { return site.deskClosed(request) }
        guard let opened = session(request) else { return Response.redirect(to: TrackPage.path).cached(.never) }
        do throws(ServiceError) {
            return remember(try sessions.text(opened, at: desk.desk.now()), request, try make(opened.key))
        } catch {
            return site.deskFailure(request, error)
        }
    }

    func show(
        _ request: Request, _ key: CaseKey, _ findings: [Finding], notice: String? = nil, kept: KeptWords? = nil,
        status: Status
    ) throws(ServiceError) -> Response {
        guard let view = try FollowRequest(desk.setting).see(key, at: desk.desk.now()) else {
            return ended(request)
        }
        return try draw(request, view, findings, notice: notice, kept: kept, status: status)
    }

    private func draw(
        _ request: Request, _ view: ApplicantCase, _ findings: [Finding], notice: String? = nil,
        kept: KeptWords? = nil, status: Status
    ) throws(ServiceError) -> Response {
        var held: [Form: (text: String, files: [DraftFile])] = [:]
        if let opened = session(request) {
            for form in [Form.correction, .message] {
                let kept = self.held(form, opened)
                if view.can(form.verb) {
                    if let found = try kept?.use() { held[form] = found }
                } else if try kept?.find() != nil {
                    // Its form is not there any more, by which they could be sent or taken out.
                    try kept?.forget()
                }
            }
        }
        return site.tokenPage(request, status: status) { token in
            CasePage(
                view: view, findings: findings, notice: notice, kept: kept, held: held, token: token,
                done: request.query["done"],
                limits: desk.setting.limits, t: ViewOptions(request).wording
            ).content
        }
    }

    func door(
        _ request: Request, number: String = "", findings: [Finding] = [], notice: String? = nil,
        kept: KeptWords? = nil, task: ProofTask? = nil, status: Status
    ) -> Response {
        site.tokenPage(request, status: status) { token in
            TrackPage(
                token: token, number: number, findings: findings, notice: notice, kept: kept, task: task,
                t: ViewOptions(request).wording
            ).content
        }
    }

    private func accepts(_ fields: FormFields, _ request: Request) -> Bool {
        guard let visit = site.token.visit(of: request) else { return false }
        return site.token.accepts(fields[FormToken.fieldName] ?? "", of: visit)
    }

    private static func kept(_ fields: FormFields) -> KeptWords? {
        guard let field = fields[KeptWords.fieldName], KeptWords.fields.contains(field),
            let text = fields[KeptWords.textName], !text.isEmpty
        else { return nil }
        return KeptWords(field: field, text: String(text.prefix(ApplicationField.textLimit)))
    }

    func remember(_ session: String, _ request: Request, _ response: Response) -> Response {
        // Leaving a page that has nothing to show ends the session: it is not begun again.
        guard !response.headers.all("Set-Cookie").contains(where: { $0.hasPrefix("\(Self.cookieName)=") }),
            let cookie = Cookie(
                name: Self.cookieName, value: session, path: TrackPage.path,
                maximumAge: desk.limits.sessionMinutes * 60, isSecure: request.isSecure, sameSite: .strict)
        else { return response }
        return response.setting(cookie)
    }

    /// What is said of the fields that were left empty; empty where none was.
    private static func missing(number: String, code: String) -> [Finding] {
        [("number", "登记号", "number", number), ("code", "查询码", "code", code)].compactMap {
            field, label, english, value in
            guard value.allSatisfy(\.isWhitespace) else { return nil }
            return Finding(
                .valueMissing, field: field, "没有填写\(label)。", remedy: "请按提交申请后的回执填写。",
                english: .init("The \(english) is not filled in.", remedy: "It stands on the receipt."))
        }
    }

    private static let wrong = Finding(
        .trackWrong, field: "code", "登记号和查询码对不上。", remedy: "请对照回执核对两项后再试；多次不对会暂停查询。",
        english: .init(
            "Number and code do not belong together.",
            remedy: "Compare both with the receipt and try again; after many wrong tries you have to wait."))
}

extension Finding.Code {
    /// Number and code do not belong together.
    static let trackWrong = Self("track.wrong")
}
