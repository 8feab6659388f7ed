internal import CanonicalJSON
internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// Applying, and following an application: the same use cases, limits and policy as the pages.
///
/// Number and code are sent in the body only, so that neither stands in an address or a log. No cookie counts here, so a
/// page of another site can do nothing in somebody's name.
enum APIRequests {
    static let operations = [apply, track]

    /// The name of the header that makes a repetition harmless.
    private static let keyHeader = "Idempotency-Key"

    private static let refusals: [(status: Status, about: String)] = [
        (.contentTooLarge, "太大 Too large"), (.unsupportedMediaType, "只接受 JSON Only JSON is taken"),
        (.tooManyRequests, "太频繁，见 Retry-After Too many, see Retry-After"),
        (.unavailable, "暂时不能办理 Not possible now"),
    ]

    // MARK: Applying

    private static let apply = APIOperation(
        method: .post, pattern: "/api/v1/requests", id: "apply", summary: Sentence("提出申请", "Hand in an application"),
        about: Sentence(
            "与网上申请相同：同样的栏目、同样的核对、同样的次数限制，登记后才应答。应答里有登记号和查询码，查询码只在这里告诉，不能补发。"
                + "同一个 Idempotency-Key 再发同样的内容，得到同样的应答，不会重复登记；再发别的内容则应答422。"
                + "应答429带 challenge 时，等待 seconds 秒，或者算出 proof（十进制数字，SHA-256(stamp + \".\" + proof) 的前 bits 位为0），与 stamp 一起放进 challenge 再发。",
            "The same as applying on the pages: the same fields, checks and limits; it is answered when it is registered, with number and query code, and the code is told here only. "
                + "The same content under the same Idempotency-Key is answered the same and registered once; other content is 422. "
                + "With a challenge in a 429, wait for its seconds, or send proof (a decimal number for which SHA-256(stamp + \".\" + proof) begins with bits zero bits) and the stamp in challenge."
        ),
        parameters: [
            .header(
                keyHeader, .string(.handInKey), "这件申请在您那里的名称，每件不同，应当随机，例如 UUID。A name of your own for it, random.",
                example: "6f1a0c52-9d1e-4a7b-8c33-0f5e2b7d4a10")
        ],
        body: APIBody(
            shape: "Application", schema: APIRequestShapes.application,
            limit: { $0.desk?.setting.limits.textFormBytes ?? Route.formBytes }, example: APIRequestShapes.example),
        answer: "Registered", status: .created, link: ("track", ["number", "code"]),
        refusals: [(.unprocessable, "内容需要改正 Something must be mended")] + refusals
    ) { site, request throws(APIOperation.Failure) in
        guard let desk = site.desk, desk.setting.vault != nil else { throw .service(.noKey) }
        try allow(desk.forms, request, site)
        guard let parcel = parcel(request) else { throw .problem(.body([])) }
        let now = desk.desk.now()
        let handIn = HandInApplication(desk.setting)
        if let earlier = try asked({ () throws(ServiceError) in try handIn.earlier(parcel, at: now) }) {
            return try answer(earlier, parcel, desk, now)
        }
        var findings = handIn.findings(parcel)
        let office = try asked { () throws(ServiceError) in
            try AgencyCode(parcel.form.agency).flatMap { code throws(ServiceError) in
                try ShowOffice(ledger: site.ledger).office(code)
            }
        }
        if office == nil {
            findings.append(
                Finding(
                    .valueForm, field: "office", "没有这个机关。", article: .regulation(29),
                    remedy: "请从 /api/v1/offices 取机关代码。",
                    english: .init("There is no such office.", remedy: "Take its code from /api/v1/offices.")))
        }
        guard findings.isEmpty else { throw .problem(refused(findings, parcel, desk.setting.limits)) }
        try pass(parcel, request, desk, site)
        var isRegistered = false
        defer {
            HandInGate(desk: desk, token: site.token).done(
                draft: DraftSecret(parcel.key).text, isRegistered: isRegistered)
        }
        let outcome = try asked { () throws(ServiceError) in try handIn.run(parcel, at: now) }
        if case .registered(let registered) = outcome { isRegistered = registered.isNew }
        return try answer(outcome, parcel, desk, now)
    }

    /// What the document describes, as the use case takes it; nil where the document was not checked.
    private static func parcel(_ request: APIRequest) -> HandInApplication.Parcel? {
        guard let key = HandInKey(request.header(keyHeader)), let members = request.body.members else { return nil }
        var form = ApplicationForm(agency: request.body["office"]?.text ?? "")
        for field in ApplicationField.allCases { form[field] = request.body[field.rawValue]?.text ?? "" }
        let files = (request.body["files"]?.elements ?? []).compactMap { file -> HandedInFile? in
            guard let slot = file["place"]?.text.flatMap({ ApplicationSlot(rawValue: $0) }),
                let bytes = file["content"]?.text.flatMap({ Base64.bytes(of: $0) })
            else { return nil }
            return HandedInFile(slot, name: file["name"]?.text ?? "", bytes: bytes)
        }
        // A proof that was added to the same application changes nothing of it.
        let content = JSONValue.object(members.filter { $0.name != "challenge" })
        return .init(form, files: files, key: key, fingerprint: Digest(of: CanonicalText.bytes(of: content)))
    }

    /// Asks the gate for an address that hands in much.
    private static func pass(
        _ parcel: HandInApplication.Parcel, _ request: APIRequest, _ desk: OpenDesk, _ site: SiteContext
    ) throws(APIOperation.Failure) {
        let challenge = request.body["challenge"]
        let passage = HandInGate(desk: desk, token: site.token).ask(
            request.address, draft: DraftSecret(parcel.key).text, stamp: challenge?["stamp"]?.text,
            proof: challenge?["proof"]?.text ?? "", at: desk.desk.now(), clock: site.clock())
        switch passage {
        case .open: return
        case .closed(let wait): throw .problem(.tooMany(retryAfter: wait))
        case .task(let task): throw .problem(.challenge(task))
        }
    }

    private static func answer(
        _ outcome: HandInApplication.Outcome, _ parcel: HandInApplication.Parcel, _ desk: OpenDesk, _ now: Moment
    ) throws(APIOperation.Failure) -> APIAnswer {
        switch outcome {
        case .refused(let findings): throw .problem(refused(findings, parcel, desk.setting.limits))
        case .otherContent:
            throw .problem(
                APIProblem(
                    status: .unprocessable, code: "key_reused",
                    message: Sentence(
                        "这个 Idempotency-Key 已经用于另一件申请，没有登记。请换一个再发。",
                        "This Idempotency-Key was used for another application. Nothing was registered; send it with a new one."
                    )))
        case .full:
            throw .problem(
                APIProblem(
                    status: .unavailable, code: "no_room",
                    message: Sentence(
                        "正在填写的申请太多，暂时存不下，没有登记。请过10分钟再发。",
                        "Too many applications are being filled in. Nothing was registered; send it again in ten minutes."
                    ),
                    retryAfter: .seconds(600)))
        case .registered(let registered):
            let view = try asked { () throws(ServiceError) in
                try FollowRequest(desk.setting).see(registered.key, at: now)
            }
            guard let view else {
                throw .problem(.missing("unknown_request", Sentence("没有这件申请。", "There is no such application.")))
            }
            return APIAnswer(body: APICase(view: view).receipt(registered))
        }
    }

    private static func refused(
        _ findings: [Finding], _ parcel: HandInApplication.Parcel, _ limits: ApplicationLimits
    ) -> APIProblem {
        let slots = Set(ApplicationSlot.allCases.map(\.rawValue))
        // Two files of one name may be wrong in the same way: each finding takes the next of them.
        var wrong = parcel.files.enumerated().compactMap { place, file in
            file.finding(limits).map { (place: place, finding: $0) }
        }
        return .findings(findings) { finding in
            guard let field = finding.field else { return "#" }
            if let next = wrong.firstIndex(where: { $0.finding == finding }) {
                return "#/files/\(wrong.remove(at: next).place)"
            }
            return slots.contains(field) ? "#/files" : field == "agency" ? "#/office" : "#/\(field)"
        }
    }

    // MARK: Following

    private static let track = APIOperation(
        method: .post, pattern: "/api/v1/requests/track", id: "track",
        summary: Sentence("查询申请", "Follow an application"),
        about: Sentence(
            "登记号和查询码都要，写在正文里，不写在网址里。答复其经过、期限的逐步计算、文书全文和现在可以办的事。两项对不上时只应答403，不说明哪一项不对；次数有限制。"
                + "这个登记号近来有多次查询码不对时，应答429带 challenge，用法与提出申请时相同。",
            "Number and code are both needed and stand in the body, not in the address. The answer has the way of the application, its period day by day, the letters in full and what can be done now. Where the two do not belong together it is 403 and does not say which is wrong; tries are limited. "
                + "After many wrong codes for a number it is 429 with a challenge, used as for applying."
        ),
        parameters: [],
        body: APIBody(
            shape: "TrackingKey", schema: APIRequestShapes.key, limit: { _ in 4_096 },
            example: { json in
                json.object { json in
                    json.member("number", "sample-bureau-2025-1")
                    json.member("code", "23467-89ACD")
                }
            }),
        answer: "Case",
        refusals: [(.forbidden, "登记号和查询码对不上 Number and code do not belong together")] + refusals
    ) { site, request throws(APIOperation.Failure) in
        guard let desk = site.desk, desk.setting.vault != nil else { throw .service(.noKey) }
        let number = request.body["number"]?.text ?? ""
        let place = CaseKey(typed: number).map { "\($0)".lowercased() } ?? "-"
        try allow(desk.triesByAddress, request, site)
        let challenge = request.body["challenge"]
        let passage = NumberGate(desk: desk, token: site.token).ask(
            place, from: request.address, stamp: challenge?["stamp"]?.text, proof: challenge?["proof"]?.text ?? "",
            at: desk.desk.now(), clock: site.clock())
        let isCounted: Bool
        switch passage {
        case .open(let counted): isCounted = counted
        case .task(let task):
            // The code was not looked at: it is no try of this network.
            desk.triesByAddress.giveBack(ClientNetwork.name(of: request.address))
            throw .problem(
                .challenge(
                    task,
                    Sentence(
                        "这个登记号近一小时内有多次查询码不对，可能是别人在试。请等\(task.seconds)秒，或者按 challenge 算出 proof 后再发。",
                        "Wrong codes were tried many times for this number within an hour, perhaps by somebody else. Wait \(task.seconds) seconds, or send a proof for the challenge."
                    )))
        }
        let view = try asked { () throws(ServiceError) -> ApplicantCase? in
            let follow = FollowRequest(desk.setting)
            guard let key = try follow.admit(number: number, code: request.body["code"]?.text ?? "") else { return nil }
            return try follow.see(key, at: desk.desk.now())
        }
        guard let view else {
            throw .problem(
                APIProblem(
                    status: .forbidden, code: Finding.Code.trackWrong.rawValue,
                    message: Sentence(
                        "登记号和查询码对不上。请对照回执核对两项后再试。",
                        "Number and code do not belong together. Compare both with your receipt and try again.")))
        }
        desk.openedRightly(isCounted ? place : nil, from: request.address)
        return APIAnswer(body: APICase(view: view).json)
    }

    private static func allow(
        _ allowance: Allowance, _ request: APIRequest, _ site: SiteContext
    ) throws(APIOperation.Failure) {
        if let wait = allowance.take(ClientNetwork.name(of: request.address), at: site.clock()) {
            throw .problem(.tooMany(retryAfter: wait))
        }
    }
}
