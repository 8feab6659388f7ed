import CivilTime
import Disclosure
import Ledger
import Service
import TestSupport
import Testing

@Suite("Who stands behind a command")
struct AskPolicyTests {
    private static let setUp = """
        {"act":"office.found","subject":"city","name":"测试市人民政府"}
        {"act":"office.found","subject":"office","name":"测试局","parent":"city"}
        """
    private static func join(_ officer: String, _ role: String, in office: String = "office") -> String {
        """
        {"act":"office.join_officer","agency":"\(office)","subject":"\(office)","day":"2025-01-06","officer":"\(officer)","name":"测试员"}
        {"act":"office.grant_role","agency":"\(office)","subject":"\(office)","day":"2025-01-06","officer":"\(officer)","granted":"\(role)","basis":"岗位安排"}
        """
    }

    private func ask(
        _ office: ActOffice, _ act: String, _ actor: String? = nil, _ role: String? = nil, on code: String? = nil,
        agency: String? = nil
    ) throws -> AskPolicy.Answer {
        try AskPolicy(ledger: office.ledger).run(
            act, by: .init(agency: agency, actor: actor, role: role), on: code.flatMap { AgencyCode($0) },
            at: ActOffice.moment("2026-01-05"))
    }

    private func permit(_ answer: AskPolicy.Answer) -> Permit? {
        if case .allowed(let permit) = answer { return permit }
        return nil
    }

    private func codes(_ answer: AskPolicy.Answer) -> [Finding.Code] {
        if case .refused(let findings) = answer { return findings.map(\.code) }
        return []
    }

    /// Every act of the table, and whether the local operator may do it while nobody holds a role.
    @Test("the local operator stands in for whoever handles and administers, never for who agrees, sees or grants")
    func operatorColumn() throws {
        let mayNot: Set<Power> = [
            .approve, .approveGrave, .seeIdentity, .approveReport, .administerAccounts, .apply, .pursue,
        ]
        try ActOffice.with { office in
            for act in PolicyAct.all where act.name != "published.see" {
                let answer = try ask(office, act.name, on: "office")
                let isAllowed = act.powers.contains { !mayNot.contains($0) }
                // Oversight reaches below the own office only, but for the roll-up.
                let isBelow = act.powers == [.oversee] && !act.includesOwnOffice
                #expect((permit(answer) != nil) == (isAllowed && !isBelow), "\(act.name)")
                #expect(permit(answer)?.recorded.officer == Actor.operatorReference || permit(answer) == nil)
            }
            #expect(codes(try ask(office, "office.grant_role", on: "office")) == [.policyNameless])
            #expect(codes(try ask(office, "nothing.known")) == [.policyUnknownAct])
        }
    }

    @Test(
        "in an office that grants roles its matters need a name; elsewhere and before they do not",
        arguments: DatabaseEngine.allCases)
    func firstGrant(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.setUp, as: "system_administrator")
            #expect(permit(try ask(office, "register.import", on: "office"))?.recorded.role.name == "officer")
            #expect(permit(try ask(office, "register.import", "anyone", on: "office")) != nil)
            try office.done(Self.join("li-si", "officer"), as: "security_administrator", by: "admin-2")
            #expect(codes(try ask(office, "register.import", on: "office")) == [.policyNameless])
            #expect(codes(try ask(office, "register.import", "anyone", on: "office")) == [.policyRoleNotHeld])
            let known = permit(try ask(office, "register.import", "li-si", on: "office"))
            #expect(
                known?.recorded
                    == EntryActor(try #require(OfficerReference("li-si")), as: try #require(ActorRole("officer"))))
            #expect(
                codes(try ask(office, "register.import", "li-si", "reviewer", on: "office")) == [.policyRoleNotHeld])
            #expect(
                codes(try ask(office, "register.import", "li-si", "officer", on: "city", agency: "office")) == [
                    .policyOtherOffice
                ])
            #expect(permit(try ask(office, "register.import", on: "city")) != nil)
            // Nobody administers yet, so the operator goes on doing that.
            #expect(permit(try ask(office, "ledger.back_up")) != nil)
        }
    }

    @Test(
        "what concerns the installation needs who holds the role, once anybody does, in whatever office",
        arguments: DatabaseEngine.allCases)
    func installation(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.setUp, as: "system_administrator")
            try office.done(
                Self.join("admin-1", "system_administrator", in: "city"), as: "security_administrator", by: "admin-2")
            for act in ["ledger.back_up", "ledger.export", "key.rotate", "demonstration.load", "office.found"] {
                #expect(codes(try ask(office, act)) == [.policyNameless], "\(act)")
                #expect(codes(try ask(office, act, "li-si")) == [.policyRoleNotHeld], "\(act)")
                #expect(permit(try ask(office, act, "admin-1"))?.actor.office?.text == "city", "\(act)")
                #expect(codes(try ask(office, act, "admin-1", "officer")) == [.policyRoleRefused], "\(act)")
            }
            #expect(permit(try ask(office, "ledger.verify")) != nil, "nobody audits yet")
            #expect(codes(try ask(office, "ledger.verify", "admin-1", "system_administrator")) == [.policyRoleRefused])
            #expect(codes(try ask(office, "ledger.verify", "admin-1", "audit")) == [.policyUnknownRole])
            #expect(codes(try ask(office, "ledger.verify", nil, "audit_administrator")) == [.policyNameless])
        }
    }

    @Test("in a place where nothing is yet, nobody holds anything")
    func emptyPlace() throws {
        let answer = try AskPolicy(ledger: nil).run(
            "ledger.restore", by: .init(), at: ActOffice.moment("2026-01-05"))
        #expect(permit(answer)?.actor.isLocalOperator == true)
    }

    @Test(
        "an office is entered by the short form as by the act, put right by it, and not twice",
        arguments: DatabaseEngine.allCases)
    func keepOffice(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            let keep = KeepOffice(office.acts)
            let caller = PerformActs.Caller(actor: "operator", role: "system_administrator")
            let now = ActOffice.moment("2026-01-05")
            func run(_ wanted: Office) throws -> [String] {
                switch try keep.run(wanted, by: caller, at: now) {
                case .recorded(let done): return done.flatMap(\.entries).map(\.kind)
                case .refused(let problems): return problems.flatMap(\.findings).map(\.code.rawValue)
                }
            }
            let code = try #require(AgencyCode("New-1"))
            var wanted = Office(code: code, fullName: try #require(PlainLine("测试新局")))
            wanted.region = PlainLine("测试省")
            #expect(try run(wanted) == ["office.founded"])
            #expect(try run(wanted) == [])
            #expect(try office.ledger.offices.office(code: code) == wanted)
            wanted.code = try #require(AgencyCode("new-1"))
            wanted.region = nil
            wanted.since = Day("2015-03-01")
            wanted.shortName = PlainLine("新局")
            #expect(try run(wanted) == ["office.corrected"])
            let kept = try #require(try office.ledger.offices.office(code: code))
            #expect(kept.region?.text == "测试省" && kept.since == wanted.since && kept.shortName == wanted.shortName)
            #expect(kept.code.text == "New-1")
            var second = Office(code: try #require(AgencyCode("new-2")), fullName: wanted.fullName)
            #expect(try run(second) == ["office.not_kept"] || run(second) == ["office.name_taken"])
            second.fullName = try #require(PlainLine("测试二局"))
            second.parent = AgencyCode("nowhere")
            #expect(try run(second) == ["office.unknown"])
            second.parent = AgencyCode("NEW-1")
            #expect(try run(second) == ["office.founded"])
            #expect(try office.ledger.offices.office(code: second.code)?.parent?.text == "New-1")
            wanted.parent = second.code
            #expect(try run(wanted) == ["office.circle"])
            #expect(try office.ledger.verify(projections: true).differentProjections == [])
        }
    }
}
