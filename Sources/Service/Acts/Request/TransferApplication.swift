internal import Database
internal import CivilTime
public import Disclosure
internal import Ledger

/// Passes an application on to another office; where that office keeps its ledger here too, it is registered there in the
/// same transaction, with the applicant's data sealed for it.
enum TransferApplication {
    static let definition: ActDefinition = .request(
        .transfer,
        [
            .needed("day", .day, "日期"), .needed("to", .agency, "转往机关的代码"),
            .needed("reasons", .text, "原因，以及申请人同意的情况"),
            .optional("register", .flag, "在转往机关同时登记，默认是（该机关在本系统中时）"),
        ], perform)

    @Sendable
    private static func perform(_ fields: ActFields, _ session: ActSession, _ number: RequestNumber) throws(ActStop) {
        let target = try refusable { () throws(Refusal) in try fields.get("to").agency() }
        let reference: AgencyReference = try refusable { () throws(Refusal) in try fields.reference("to") }
        guard target != session.office else {
            throw .refused([
                Finding(.transferTarget, field: "to", "不能转往本机关。", article: .regulation(36), remedy: "请核对机关代码。")
            ])
        }
        let day = try refusable { () throws(Refusal) in try fields.day() }
        let command = try refusable { () throws(Refusal) in
            TransferRequest(to: reference, on: day, reasons: try fields.text("reasons"))
        }
        let request = try session.run(command, on: Subject(number))
        let isWanted = try refusable { () throws(Refusal) in try fields.flag("register", default: true) }
        let isKnown = try stored { () throws(DatabaseError) in try session.transaction.hasOffice(target) }
        guard isWanted, isKnown else {
            return session.remark(
                Finding(
                    .transferUnregistered, .notice, field: "to", "没有在转往机关“\(target)”登记。",
                    article: .regulation(36), remedy: "请将申请材料转给该机关，由其登记。"))
        }
        try register(request, at: target, on: day, session)
    }

    private static func register(
        _ request: InformationRequest, at target: AgencyCode, on day: Day, _ session: ActSession
    ) throws(ActStop) {
        let next = try stored { () throws(DatabaseError) in
            try session.transaction.nextRequestNumber(of: target, year: day.year)
        }
        guard let next, let own = AgencyReference(session.office.text) else {
            throw .refused([ActSession.noRequestNumber("")])
        }
        let registration = request.registration
        let applicant = try session.handOver(registration.applicant, to: target, on: day)
        var agent: Agent?
        if let present = registration.agent {
            agent = Agent(
                try session.handOver(present.person, to: target, on: day), authorisation: present.authorisation)
        }
        let command = Register(
            next, by: registration.channel, arrived: day, confirmed: registration.channel.needsConfirmation ? day : nil,
            applicant: applicant, type: registration.applicantType, agent: agent,
            identityProof: registration.identityProof, matter: request.matter, supply: registration.supply,
            isOral: false, origin: RequestOrigin(.transferred, of: request.number, at: own, on: day))
        let ruling = try refusable { () throws(Refusal) in
            try command.decide(on: nil, today: session.today, calendar: session.calendar)
        }
        try session.append(ruling.entries, to: Subject(next), of: target)
        // Who could follow it here follows it there with the same code.
        try stored { () throws(DatabaseError) in
            try session.transaction.copyCode(of: request.number, office: session.office, to: next, of: target)
        }
    }
}

extension Finding.Code {
    /// The office cannot be the target.
    public static let transferTarget = Self("transfer.target")
    /// The target keeps its ledger elsewhere.
    public static let transferUnregistered = Self("transfer.unregistered")
}
