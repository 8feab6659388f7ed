internal import CivilTime
internal import Database
public import Disclosure
public import Ledger
internal import Vault

/// Lets an applicant follow an application by its number and its query code, and no other.
public struct FollowRequest: Sendable {
    let setting: ApplicantSetting

    /// The use case.
    public init(_ setting: ApplicantSetting) { self.setting = setting }

    /// The application, when number and code belong together; nil otherwise, whatever of both was wrong, after the same
    /// time.
    public func admit(number: String, code: String) throws(ServiceError) -> CaseKey? {
        guard let code = QueryCode(typed: code) else { return nil }
        var hash: QueryCodeHash?
        let key = CaseKey(typed: number)
        if let key {
            hash = try inDatabase { () throws(DatabaseError) in
                try setting.ledger.sealedPapers.codeHash(of: key.request, office: key.office)
            }.map { QueryCodeHash(kept: $0) }
        }
        let isRight = (hash ?? QueryCodeHash.none)?.accepts(code) ?? false
        guard isRight, hash != nil, let key else { return nil }
        // The office's code as it is registered: everything that is sealed stands under it.
        let office = try inDatabase { () throws(DatabaseError) in try setting.ledger.offices.office(code: key.office) }
        return office.map { CaseKey(office: $0.code, request: key.request) }
    }

    /// The application as its applicant sees it; nil where it is gone.
    public func see(_ key: CaseKey, at now: Moment) throws(ServiceError) -> ApplicantCase? {
        let offices = try inDatabase { () throws(DatabaseError) in try setting.ledger.offices.list() }
        let policy = Policy(OfficeHierarchy(offices))
        let subject = PolicySubject(of: key.office, request: key.request)
        guard policy.decide(.applicant(key.request, of: key.office), "request.follow", on: subject).isAllowed,
            let office = offices.first(where: { $0.code == key.office })
        else { return nil }
        let ledger = setting.ledger
        let found = try inDatabase { () throws(DatabaseError) in
            (
                state: try ledger.entries.state(of: Subject<RequestAct>(key.request), office: key.office)?.value,
                entries: try ledger.entries.entries(of: Subject<RequestAct>(key.request), office: key.office),
                papers: try ledger.sealedPapers.papers(of: key.request, office: key.office)
            )
        }
        guard let request = found.state else { return nil }
        var entries: [ApplicantCase.Step] = []
        for recorded in found.entries {
            let entry = try inDatabase { () throws(DatabaseError) in try recorded.entry(as: RequestAct.self) }
            entries.append(
                .init(number: recorded.subjectNumber, entry: entry, recordedAt: recorded.recordedAt))
        }
        let character = try character(key.office)
        return ApplicantCase(
            key: key, office: office, character: character,
            reviewers: try reviewers(of: office, character?.kind, among: offices),
            silenceNeedsReviewFirst: setting.silenceNeedsReviewFirst,
            receiver: try receiver(of: request, key, among: offices, on: now), request: request, steps: entries,
            papers: try papers(found.papers).ordered(by: entries), texts: try texts(found.papers, key),
            person: try person(request.registration.applicant, key.office),
            today: now.beijingDay, calendar: setting.calendar)
    }

    /// Who decides on a review, by the tree of offices: the nearest government above a department or a government, the
    /// office above one that is led from above. Source: 行政复议法 Art 24, 27.
    private func reviewers(
        of office: Office, _ kind: OfficeKind?, among offices: [Office]
    ) throws(ServiceError) -> [ReviewBody: String] {
        guard let kind else { return [:] }
        var above = office.parent
        // A tree has no rings; the bound is for one that was damaged.
        for _ in 0..<16 {
            guard let code = above, let one = offices.first(where: { $0.code == code }), one.until == nil else { break }
            switch kind {
            case .verticallyLed: return [.superiorDepartment: one.fullName.text]
            case .department, .government:
                if try character(one.code)?.kind == .government {
                    return [kind == .department ? .sameLevelGovernment : .higherGovernment: one.fullName.text]
                }
            }
            above = one.parent
        }
        return [:]
    }

    /// The office that goes on with what was passed on, and the number there where the same code opens it.
    private func receiver(
        of request: InformationRequest, _ key: CaseKey, among offices: [Office], on now: Moment
    ) throws(ServiceError) -> ApplicantCase.Receiver? {
        guard case .transferred(let transfer)? = request.round.disposal, let code = AgencyCode(transfer.agency.text),
            let office = offices.first(where: { $0.code == code })
        else { return nil }
        let editions = try ShowColumns(ledger: setting.ledger).guide(of: office.code)
        let numbers = try inDatabase { () throws(DatabaseError) in
            try setting.ledger.sealedPapers.sharingCode(of: key.request, office: key.office, at: office.code)
        }
        return ApplicantCase.Receiver(
            office: office, unit: editions.last { $0.since <= now.beijingDay }?.content.unit,
            key: numbers.last.map { CaseKey(office: office.code, request: $0) })
    }

    /// The text of what the applicant wrote, or a file; nil where it does not belong to the application.
    public func paper(_ reference: PaperReference, of key: CaseKey) throws(ServiceError) -> [UInt8]? {
        let kept = try inDatabase { () throws(DatabaseError) in
            try setting.ledger.sealedPapers.paper(reference, of: key.office)
        }
        guard let kept, kept.request == key.request else { return nil }
        let vault = try setting.key()
        return try sealed { () throws(VaultError) in try vault.content(of: kept) }
    }

    /// A file that the applicant may take, with its content; nil where it is none, or not of this application.
    ///
    /// The policy decides as for the application itself, and only what the application shows is given.
    public func file(
        _ reference: PaperReference, of key: CaseKey, at now: Moment
    ) throws(ServiceError) -> (label: PaperLabel, bytes: [UInt8])? {
        guard let found = try see(key, at: now)?.downloads.first(where: { $0.reference == reference }),
            let bytes = try paper(reference, of: key)
        else { return nil }
        return (found.label, bytes)
    }

    /// The texts of messages, opened.
    private func texts(_ kept: [SealedPaper], _ key: CaseKey) throws(ServiceError) -> [PaperReference: String] {
        guard setting.vault != nil else { return [:] }
        var texts: [PaperReference: String] = [:]
        for paper in kept where paper.role == .message || paper.role == .officeMessage {
            guard let bytes = try self.paper(paper.reference, of: key) else { continue }
            texts[paper.reference] = String(decoding: bytes, as: UTF8.self)
        }
        return texts
    }

    private func papers(_ kept: [SealedPaper]) throws(ServiceError) -> [ApplicantCase.Paper] {
        guard let vault = setting.vault else { return [] }
        var papers: [ApplicantCase.Paper] = []
        for paper in kept {
            let label = try sealed { () throws(VaultError) in try vault.label(of: paper) }
            papers.append(
                .init(
                    reference: paper.reference, role: paper.role, label: label, byteCount: paper.byteCount,
                    receivedAt: paper.receivedAt))
        }
        return papers
    }

    /// The applicant, for the heads of letters; nil where nothing is kept, or there is no key.
    private func person(_ reference: PersonReference, _ office: AgencyCode) throws(ServiceError) -> Person? {
        guard let vault = setting.vault else { return nil }
        let kept = try inDatabase { () throws(DatabaseError) in
            try setting.ledger.persons.person(reference, of: office)
        }
        guard let kept else { return nil }
        return try sealed { () throws(VaultError) in try vault.open(kept) }
    }

    private func character(_ office: AgencyCode) throws(ServiceError) -> OfficeCharacter? {
        try inDatabase { () throws(DatabaseError) in
            guard let reference = AgencyReference(office.text) else { return nil }
            return try setting.ledger.entries.state(of: Subject<OfficeAct>(reference), office: office)?.value?.character
        }
    }
}
