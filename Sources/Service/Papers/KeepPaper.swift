internal import Database
public import Disclosure
public import Ledger

/// Keeps a text with its files, so that items can name it.
public struct KeepPaper: Sendable {
    let ledger: Ledger
    let prepare: PreparePaper

    /// What came of it.
    public enum Outcome: Sendable {
        /// It is kept under this name; what is known of its files says which of them could not be read.
        case kept(KeptPaper)
        /// It is not allowed, or too much; nothing was changed.
        case refused([Finding])
    }

    /// The use case over a ledger.
    public init(ledger: Ledger, prepare: PreparePaper) {
        self.ledger = ledger
        self.prepare = prepare
    }

    /// Keeps a paper for an office; the same content twice is kept once.
    ///
    /// - Parameters:
    ///   - actor: who hands it in; needs the power to draft items of the office.
    ///   - office: whose item it is for.
    public func run(
        _ text: String, files: [PreparePaper.File], by actor: Actor, for office: AgencyCode, at now: Moment
    ) throws(ServiceError) -> Outcome {
        let offices = try inDatabase { () throws(DatabaseError) in try ledger.offices.list() }
        let policy = Policy(OfficeHierarchy(offices))
        guard offices.contains(where: { $0.code == office }) else { return .refused([.unknownOffice(office)]) }
        if let finding = policy.decide(actor, Self.act, on: PolicySubject(of: office)).finding {
            return .refused([finding])
        }
        let paper: Paper
        do throws(Refusal) { paper = try prepare.run(text, files: files) } catch { return .refused(error.findings) }
        let kept = try inDatabase { () throws(DatabaseError) in
            try ledger.papers.keep(paper, at: now)
            return try ledger.papers.paper(paper.reference)
        }
        guard let kept else { return .refused([]) }
        return .kept(kept)
    }

    /// The name under which the policy knows it.
    public static let act = "paper.keep"
}
