internal import CanonicalJSON
internal import CivilTime
internal import Database
public import Disclosure
public import Ledger
internal import Vault

/// What an applicant does with the own application: answers, sends, takes back, confirms, rates.
///
/// Everything is recorded through the same acts as the office's own, under the power of the query code.
public struct GoOnWithRequest: Sendable {
    let setting: ApplicantSetting

    /// One thing to do.
    public enum Deed: Sendable {
        /// Answer the correction notice with what is asked now.
        case correct(matter: String, files: [HandedInFile])
        /// Send a text, files, or both.
        case send(text: String, files: [HandedInFile])
        /// Take the application back.
        case withdraw
        /// Confirm that the answer was received here.
        case confirmAnswer
        /// Mark the messages of the office as read.
        case readMessages
        /// Rate the handling.
        case rate(ApplicantRating.Grade, remark: String)

        /// The same with files, where it can have any.
        public func with(_ files: [HandedInFile]) -> Deed {
            switch self {
            case .correct(let matter, _): .correct(matter: matter, files: files)
            case .send(let text, _): .send(text: text, files: files)
            case .withdraw, .confirmAnswer, .readMessages, .rate: self
            }
        }
    }

    /// The use case.
    public init(_ setting: ApplicantSetting) { self.setting = setting }

    /// True where the same was done a moment ago, by this server or another.
    public func wasDone(_ mark: DeedMark, at now: Moment) throws(ServiceError) -> Bool {
        try mark.isSet(in: setting.ledger, at: now)
    }

    /// Does it.
    ///
    /// - Parameter mark: by what the same is known again; what bears it was done a moment ago is not done once more.
    /// - Returns: why not, each with its field; empty when it is done and on the disk. Nothing was changed otherwise.
    public func run(
        _ deed: Deed, on key: CaseKey, once mark: DeedMark? = nil, at now: Moment
    ) throws(ServiceError) -> [Finding] {
        var papers = SealedPapers(try setting.key(), of: key.office)
        var documents: [ActDocument] = []
        var findings: [Finding] = []
        func act(_ name: String, _ fields: [(String, JSONValue)]) -> ActDocument {
            let day = JSONValue.Member(name: "day", value: .string(now.beijingDay.description))
            return ActDocument(
                name, on: key.request.description,
                fields: .object([day] + fields.map { JSONValue.Member(name: $0.0, value: $0.1) }))
        }
        func references(_ list: [PaperReference]) -> JSONValue { .array(list.map { .string($0.text) }) }
        switch deed {
        case .correct(let matter, let files):
            findings = check(files)
            documents.append(act("request.receive_correction", [("matter", .string(matter))]))
            if findings.isEmpty, !files.isEmpty {
                let list = try papers.add(files, as: .attachment)
                documents.append(act("request.receive_message", [("papers", references(list))]))
            }
        case .send(let text, let files):
            findings = check(files) + Self.check(text, field: "text")
            guard findings.isEmpty else { return findings }
            var fields: [(String, JSONValue)] = []
            if let reference = try add(text, "来文", as: .message, &papers) {
                fields.append(("text", .string(reference.text)))
            }
            let list = try papers.add(files, as: .attachment)
            if !list.isEmpty { fields.append(("papers", references(list))) }
            documents.append(act("request.receive_message", fields))
        case .withdraw:
            documents.append(act("request.withdraw", [("proof", .string("申请人在网上查询页面提出撤回申请并确认"))]))
        case .confirmAnswer:
            documents.append(
                act(
                    "request.serve",
                    [("manner", .string("internet")), ("proof", .string("申请人在网上查询页面确认收到"))]))
        case .readMessages: documents.append(act("request.read_messages", []))
        case .rate(let grade, let remark):
            findings = Self.check(remark, field: "remark")
            guard findings.isEmpty else { return findings }
            var fields: [(String, JSONValue)] = [("grade", .string(grade.rawValue))]
            if let reference = try add(remark, "评价意见", as: .rating, &papers) {
                fields.append(("remark", .string(reference.text)))
            }
            documents.append(act("request.rate", fields))
        }
        let done = try perform(documents, papers, key, mark, at: now, isTrial: !findings.isEmpty)
        // Another click of the same form was quicker.
        if done.contains(Self.twice) { return [] }
        return findings + done
    }

    private func perform(
        _ documents: [ActDocument], _ papers: SealedPapers, _ key: CaseKey, _ mark: DeedMark?, at now: Moment,
        isTrial: Bool
    ) throws(ServiceError) -> [Finding] {
        var caller = PerformActs.Caller(agency: key.office.text)
        caller.applicant = .applicant(key.request, of: key.office)
        let outcome = try setting.acts.run(documents, by: caller, at: now, isTrial: isTrial) {
            (_, transaction) throws(ActStop) in
            if let mark, try !mark.set(in: key, transaction) { throw .refused([Self.twice]) }
            try papers.keep(in: key.request, transaction)
        }
        switch outcome {
        case .recorded: return []
        case .refused(let problems): return problems.flatMap(\.findings)
        }
    }

    private static let twice = Finding(
        .caseTwice, .error, "刚才已经提交过。", article: .regulation(45), remedy: "请查看办理情况，不用再次提交。",
        english: .init("This was sent a moment ago.", remedy: "Look at the page of the application."))

    private func add(
        _ text: String, _ name: String, as role: SealedPaper.Role, _ papers: inout SealedPapers
    ) throws(ServiceError) -> PaperReference? {
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        return try papers.add(Array(text.utf8), PaperLabel(name, nil), as: role)
    }

    private func check(_ files: [HandedInFile]) -> [Finding] {
        guard files.count <= setting.limits.attachments else {
            return [
                Finding(
                    .fileTooMany, field: ApplicationSlot.attachments.rawValue,
                    "一次最多附 \(setting.limits.attachments) 份材料。", remedy: "请分次提交。",
                    english: .init(
                        "At most \(setting.limits.attachments) papers can be sent at once.",
                        remedy: "Send them in several messages."))
            ]
        }
        return files.compactMap { $0.finding(setting.limits) }
    }

    /// A text that is kept sealed may say anything, but not without end.
    private static func check(_ text: String, field: String) -> [Finding] {
        guard text.count > Statement.limit else { return [] }
        return [
            Finding(
                .valueTooLong, field: field, "文字超过 \(Statement.limit) 个字的上限。", remedy: "请精简文字，较长的内容可作为附件。",
                english: .init(
                    "The text is longer than \(Statement.limit) characters.",
                    remedy: "Shorten it, or attach the longer part as a file."))
        ]
    }
}

extension Finding.Code {
    /// The same was done a moment ago.
    static let caseTwice = Self("case.twice")
}
