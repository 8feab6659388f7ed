internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Service

/// Takes an application step by step: the form, what is published already, the check, the receipt.
struct ApplyHandler: Sendable {
    let site: SiteContext
    let desk: OpenDesk

    static let draftCookie = "gongkai_draft"

    private var limits: ApplicationLimits { desk.setting.limits }
    private var gate: HandInGate { HandInGate(desk: desk, token: site.token) }

    // MARK: The form

    /// Shows the choice of the office, or the form with what was written already.
    func form(_ request: Request) -> Response {
        guard desk.setting.vault != nil else { return site.deskClosed(request) }
        do throws(ServiceError) {
            let draft = try draft(of: request)
            let agency = request.query["agency"] ?? draft?.form.agency
            let matter = String((request.query["matter"] ?? "").prefix(4_000))
            guard let agency else { return try choice(request, matter, isUnknown: false) }
            guard let office = try office(agency) else { return try choice(request, matter, isUnknown: true) }
            var form = draft?.form ?? ApplicationForm(agency: office.code.text)
            form.agency = office.code.text
            if form[.matter].isEmpty { form[.matter] = matter }
            if form[.medium].isEmpty { form[.medium] = SupplyForm.Medium.electronic.rawValue }
            if form[.delivery].isEmpty { form[.delivery] = SupplyForm.Delivery.internet.rawValue }
            return show(request, office, form, draft?.files ?? [], [], status: .ok)
        } catch {
            return site.deskFailure(request, error)
        }
    }

    /// Where the script of the form asks what is published already.
    static let offersPath = "/requests/new/offers"

    /// Titles of what is published already for what is being described, as JSON. Without a script the same comes as a step of
    /// its own. What is described is the applicant's: it comes in a body, never in an address.
    func offers(_ request: Request) -> Response {
        if let seconds = site.searches.suggestionWait(request.remoteAddress, at: site.clock()) {
            return site.refuse(request, .tooManyRequests, site.searches.limit, retryAfter: seconds)
        }
        let sent: FormFields
        do throws(RequestError) { sent = try request.form() } catch { return site.refuse(request, error) }
        guard let visit = site.token.visit(of: request),
            site.token.accepts(sent[FormToken.fieldName] ?? "", of: visit)
        else {
            return site.refuse(
                request, .forbidden,
                "页面打开得太久，或者浏览器没有保留本站的 Cookie。",
                "The page was open too long, or the browser keeps no cookie of this site.")
        }
        do throws(ServiceError) {
            guard let office = try office(sent["agency"] ?? "") else {
                return site.refuse(request, .notFound, "没有这个机关。", "There is no such office.")
            }
            let titles = try SuggestPublished(ledger: site.ledger).run(sent["matter"] ?? "", of: office.code)
            return Response.json(SearchHandler.json(titles)).cached(.never)
        } catch {
            return site.deskFailure(request, error)
        }
    }

    /// Takes what was written; keeps it, and goes on where nothing is wrong.
    func take(_ request: Request) -> Response {
        guard desk.setting.vault != nil else { return site.deskClosed(request) }
        let upload: Multipart
        do throws(RequestError) {
            upload = try request.multipart(limits: .form(limits))
        } catch {
            return site.refuse(request, error)
        }
        let sent = SentForm(upload)
        if let label = sent.repeated { return site.refuse(request, repeated: label) }
        do throws(ServiceError) {
            guard let office = try office(sent.form.agency) else {
                return try choice(request, sent.form[.matter], isUnknown: true)
            }
            let t = ViewOptions(request).wording
            let kept = try draft(of: request)?.files ?? []
            let forgotten = sent.forgotten(besides: kept)
            if let wait = desk.forms.take(ClientNetwork.name(of: request.remoteAddress), at: site.clock()) {
                return show(
                    request, office, sent.form, kept, forgotten, notice: desk.comeBack(after: wait, t),
                    status: .tooManyRequests
                ).retrying(after: wait)
            }
            // Nothing is kept for a form that does not come from a page of this site, but nothing written is lost.
            guard let visit = site.token.visit(of: request), site.token.accepts(sent.token, of: visit) else {
                return show(
                    request, office, sent.form, kept, forgotten,
                    notice: t(
                        "页面打开得太久，或者浏览器没有保留本站的 Cookie。您填写的内容都在下面，请核对后再点一次“下一步”。",
                        "The page was open too long, or the browser keeps no cookie of this site. Nothing you wrote is lost: press “Next” again."
                    ), status: .forbidden)
            }
            guard sent.trap.isEmpty else {
                return show(
                    request, office, sent.form, kept, [Self.trapped] + forgotten, status: .unprocessable,
                    isTrapShown: true)
            }
            return try keep(sent, office, request)
        } catch {
            return site.deskFailure(request, error)
        }
    }

    private func keep(_ sent: SentForm, _ office: Office, _ request: Request) throws(ServiceError) -> Response {
        let now = desk.desk.now()
        let known = try draft(of: request)
        let secret: DraftSecret
        // A browser that applied before begins anew.
        if let held = held(request), known?.registered == nil { secret = held } else { secret = try DraftSecret() }
        var form = sent.form
        form.agency = office.code.text
        let outcome = try KeepDraft(desk.setting).keep(
            form, adding: sent.files, removing: sent.shown.removed, as: secret, at: now)
        let t = ViewOptions(request).wording
        switch outcome {
        case .finished: return Response.redirect(to: ReceiptPage.path).cached(.never)
        case .full:
            return show(
                request, office, form, [], sent.forgotten(besides: []),
                notice: t(
                    "正在填写的申请太多，暂时存不下。您填写的内容都在下面，请过10分钟再点一次。",
                    "No more applications can be saved just now. Nothing you wrote is lost: please try again in 10 minutes."
                ),
                status: .unavailable
            ).setting("Retry-After", "600")
        case .kept(let draft, let refused):
            let fileFindings = refused + sent.shown.lost(from: draft.files)
            let shown: Status = fileFindings.isEmpty ? .ok : .unprocessable
            let answer: Response
            switch sent.action {
            case .changeType:
                answer = show(request, office, form, draft.files, fileFindings, status: shown)
            case .save:
                let until = t.moment(draft.expiresAt)
                answer = show(
                    request, office, form, draft.files, fileFindings,
                    notice: t(
                        "已经保存。\(until) 以前用这台设备的同一个浏览器打开本页，可以接着填。",
                        "Saved. Open this page in the same browser before \(until) to continue."), status: shown)
            case .next:
                // A place whose file was not taken is not called empty besides.
                let findings = Self.inOrder(
                    fileFindings
                        + form.findings(files: draft.fileCounts).filter { finding in
                            finding.code != .valueBlank || !fileFindings.contains { $0.field == finding.field }
                        })
                guard findings.isEmpty else {
                    return remember(
                        secret, request,
                        show(request, office, form, draft.files, findings, status: .unprocessable))
                }
                let suggestions = try SuggestPublished(ledger: site.ledger).run(form[.matter], of: office.code)
                answer = Response.redirect(to: suggestions.isEmpty ? ReviewPage.path : SimilarPage.path)
                    .cached(.never)
            }
            return remember(secret, request, answer)
        }
    }

    // MARK: The steps after

    /// What is published already and may be what is wanted.
    func similar(_ request: Request) -> Response {
        withDraft(request) { (draft, office, _) throws(ServiceError) in
            let suggestions = try SuggestPublished(ledger: site.ledger).run(draft.form[.matter], of: office.code)
            guard !suggestions.isEmpty else { return Response.redirect(to: ReviewPage.path).cached(.never) }
            let page = SimilarPage(
                office: office, matter: draft.form[.matter], suggestions: suggestions,
                t: ViewOptions(request).wording)
            return site.privatePage(request, page.content)
        }
    }

    /// Everything once more.
    func review(_ request: Request) -> Response {
        withDraft(request) { (draft, office, _) throws(ServiceError) in
            review(request, draft, office, findings: [], notice: nil, status: .ok)
        }
    }

    /// Hands in.
    func submit(_ request: Request) -> Response {
        guard desk.setting.vault != nil else { return site.deskClosed(request) }
        let fields: FormFields
        do throws(RequestError) { fields = try request.form() } catch { return site.refuse(request, error) }
        do throws(ServiceError) {
            let t = ViewOptions(request).wording
            guard let secret = held(request), let draft = try draft(of: request) else {
                return try gone(request, fields)
            }
            if draft.registered != nil { return Response.redirect(to: ReceiptPage.path).cached(.never) }
            guard let office = try office(draft.form.agency) else { return try gone(request, fields) }
            guard let visit = site.token.visit(of: request),
                site.token.accepts(fields[FormToken.fieldName] ?? "", of: visit)
            else {
                return review(
                    request, draft, office, findings: [],
                    notice: t(
                        "页面打开得太久了，内容都在，请再点一次“提交申请”。", "The page was open too long. Nothing is lost: press again."),
                    status: .forbidden)
            }
            if let refused = hold(request, fields, secret, draft, office, t) {
                // A click that was quicker may have registered it meanwhile.
                let isRegistered = try self.draft(of: request)?.registered != nil
                return isRegistered ? Response.redirect(to: ReceiptPage.path).cached(.never) : refused
            }
            var isRegistered = false
            defer { gate.done(draft: secret.text, isRegistered: isRegistered) }
            switch try ApplyForInformation(desk.setting).submit(secret, at: desk.desk.now()) {
            case .gone: return try gone(request, fields)
            case .registered(let registered):
                isRegistered = registered.isNew
                return Response.redirect(to: ReceiptPage.path).cached(.never)
            case .refused(let draft, let findings):
                return review(
                    request, draft, office, findings: findings, notice: nil, status: .unprocessable)
            }
        } catch {
            return site.deskFailure(request, error)
        }
    }

    /// What an address that hands in much gets in the place of an answer; nil where it may go on.
    private func hold(
        _ request: Request, _ fields: FormFields, _ secret: DraftSecret, _ draft: ApplicationDraft, _ office: Office,
        _ t: Wording
    ) -> Response? {
        let passage = gate.ask(
            request.remoteAddress, draft: secret.text, stamp: fields[ProofMarkup.stampField],
            proof: fields[ProofMarkup.proofField] ?? "", at: desk.desk.now(), clock: site.clock())
        switch passage {
        case .open: return nil
        case .task(let task):
            return review(
                request, draft, office, findings: [],
                notice: t(
                    "短时间内从同一网络提交的申请较多，请等\(task.seconds)秒再点一次“提交申请”。不用重填，也不用验证码。",
                    "Many applications have come from this network. Please wait \(task.seconds) seconds and press again; you need not fill in anything anew."
                ),
                task: task, status: .tooManyRequests
            ).setting("Retry-After", "\(task.seconds)")
        case .closed(let wait):
            return review(
                request, draft, office, findings: [], notice: desk.comeBack(after: wait, t), status: .tooManyRequests
            ).retrying(after: wait)
        }
    }

    /// The receipt of what was just handed in.
    func receipt(_ request: Request) -> Response {
        do throws(ServiceError) {
            let now = desk.desk.now()
            guard let secret = held(request),
                let registered = try ApplyForInformation(desk.setting).receipt(secret, at: now),
                let view = try FollowRequest(desk.setting).see(registered.key, at: now)
            else { return Response.redirect(to: TrackPage.path).cached(.never) }
            let page = ReceiptPage(
                view: view, registered: registered, unit: unit(of: view.office), origin: site.settings.identity.origin,
                t: ViewOptions(request).wording)
            return site.privatePage(request, page.content)
        } catch {
            return site.deskFailure(request, error)
        }
    }

    // MARK: Parts

    private func held(_ request: Request) -> DraftSecret? {
        request.cookie(Self.draftCookie).flatMap { DraftSecret($0) }
    }

    private func draft(of request: Request) throws(ServiceError) -> ApplicationDraft? {
        guard let secret = held(request) else { return nil }
        return try KeepDraft(desk.setting).find(secret, at: desk.desk.now())
    }

    private func office(_ code: String) throws(ServiceError) -> Office? {
        guard let code = AgencyCode(code) else { return nil }
        return try ShowOffice(ledger: site.ledger).office(code)
    }

    private func choice(_ request: Request, _ matter: String, isUnknown: Bool) throws(ServiceError) -> Response {
        let page = OfficeChoicePage(
            offices: try ListReports(ledger: site.ledger).offices(),
            search: String((request.query["office"] ?? "").prefix(100)), matter: matter, isUnknown: isUnknown,
            t: ViewOptions(request).wording)
        return site.privatePage(request, page.content, status: isUnknown ? .notFound : .ok)
    }

    /// Where an office takes applications by its guide; the pages do without where that cannot be read.
    private func unit(of office: Office) -> DisclosureUnit? {
        let today = desk.desk.now().beijingDay
        let editions = try? ShowColumns(ledger: site.ledger).guide(of: office.code)
        return editions?.last { $0.since <= today }?.content.unit
    }

    private func show(
        _ request: Request, _ office: Office, _ form: ApplicationForm, _ files: [DraftFile], _ findings: [Finding],
        notice: String? = nil, status: Status, isTrapShown: Bool = false
    ) -> Response {
        let today = desk.desk.now().beijingDay
        let unit = unit(of: office)
        return site.tokenPage(request, status: status) { token in
            ApplyPage(
                office: office, unit: unit, form: form, files: files, findings: findings, notice: notice, token: token,
                limits: limits, calendar: desk.setting.calendar, today: today,
                t: ViewOptions(request).wording, tellsByMail: site.settings.tellsByMail, isTrapShown: isTrapShown
            ).content
        }
    }

    private func review(
        _ request: Request, _ draft: ApplicationDraft, _ office: Office, findings: [Finding], notice: String?,
        task: ProofTask? = nil, status: Status
    ) -> Response {
        site.tokenPage(request, status: status) { token in
            ReviewPage(
                office: office, draft: draft, findings: findings, token: token, task: task, notice: notice,
                t: ViewOptions(request).wording
            ).content
        }
    }

    /// The draft has expired: the form again, with the texts that the page carried along.
    private func gone(_ request: Request, _ fields: FormFields) throws(ServiceError) -> Response {
        var form = ApplicationForm(agency: fields["agency"] ?? "")
        for field in ApplicationField.allCases { form[field] = fields[ReviewPage.keptPrefix + field.rawValue] ?? "" }
        guard let office = try office(form.agency) else { return try choice(request, form[.matter], isUnknown: true) }
        let t = ViewOptions(request).wording
        return show(
            request, office, form, [], [],
            notice: t(
                "保存的时间已经过去，文件没有留下，填写的文字都在下面。请重新选择文件，再点“下一步”。",
                "Your draft has expired. What you wrote is below; the files must be chosen again. Then press “Next”."),
            status: .gone)
    }

    private func withDraft(
        _ request: Request, _ make: (ApplicationDraft, Office, DraftSecret) throws(ServiceError) -> Response
    ) -> Response {
        guard desk.setting.vault != nil else { return site.deskClosed(request) }
        do throws(ServiceError) {
            guard let secret = held(request), let draft = try draft(of: request) else {
                return Response.redirect(to: ApplyPage.path).cached(.never)
            }
            if draft.registered != nil { return Response.redirect(to: ReceiptPage.path).cached(.never) }
            guard let office = try office(draft.form.agency) else {
                return Response.redirect(to: ApplyPage.path).cached(.never)
            }
            return try make(draft, office, secret)
        } catch {
            return site.deskFailure(request, error)
        }
    }

    private func remember(_ secret: DraftSecret, _ request: Request, _ response: Response) -> Response {
        let age = limits.draftHours * 3_600
        guard
            let cookie = Cookie(
                name: Self.draftCookie, value: secret.text, path: ApplyPage.path, maximumAge: age,
                isSecure: request.isSecure)
        else { return response }
        return response.setting(cookie)
    }

    /// The findings in the order in which their fields stand on the page.
    private static func inOrder(_ findings: [Finding]) -> [Finding] {
        let fields = ApplicationField.allCases.map(\.rawValue) + ApplicationSlot.allCases.map(\.rawValue)
        return fields.flatMap { field in findings.filter { $0.field == field } }
            + findings.filter { finding in !fields.contains { $0 == finding.field } }
    }

    private static let trapped = Finding(
        .valueForm, field: ApplyPage.trapField, "“请不要填写这一项”里有内容，可能是浏览器自动填的。", remedy: "请清空那一项，再点一次“下一步”。",
        english: .init(
            "There is something in “Leave this empty”; perhaps the browser filled it in.",
            remedy: "Empty that field and press “Next” again."))
}

extension SiteContext {
    /// A page with a form: the visit gets its token, and its cookie where it has none yet.
    func tokenPage(_ request: Request, status: Status, _ make: (_ token: String) -> PageContent) -> Response {
        let known = token.visit(of: request)
        let visit = known ?? token.newVisit()
        let response = privatePage(request, make(token.signature(of: visit)), status: status)
        guard known == nil,
            let cookie = Cookie(name: FormToken.cookieName, value: visit, isSecure: request.isSecure)
        else { return response }
        return response.setting(cookie)
    }
}
