import Disclosure
import Ledger
import Service
import TestSupport
import Testing

/// The permission table of the product, copied out by hand and compared cell by cell with what the policy answers.
@Suite("Who may do what")
struct PolicyTests {
    /// The columns, in the order of the rows below.
    static let roles = [
        "officer", "reviewer", "leader", "report_editor", "oversight", "system_administrator",
        "security_administrator", "audit_administrator", "public",
    ]
    /// One line a row of the table: the acts it stands for, and a mark for each column.
    static let rows: [(acts: [String], cells: String)] = [
        (
            [
                "item.draft", "item.publish", "request.register", "request.decide", "request.close",
                "request.send_message",
            ], "y--------"
        ),
        (["request.apply", "request.follow", "request.rate", "request.read_messages"], "--------y"),
        (["request.serve", "request.withdraw", "request.receive_correction", "request.receive_message"], "y-------y"),
        (["item.approve", "item.return"], "-yy------"),
        (["request.extend", "request.decide_with_approval"], "--y------"),
        (["person.see"], "yyy------"),
        (["report.edit", "report.submit"], "---y-----"),
        (["report.compile"], "--yy-----"),
        (["report.approve"], "--y------"),
        (["report.return", "report.accept", "report.roll_up"], "----y----"),
        (["register.import", "register.undo"], "y--------"),
        (["register.export"], "y--y-----"),
        (["case.see"], "yyyy-----"),
        (
            [
                "office.found", "office.move", "office.set_letter_rule", "setting.change", "calendar.change",
                "ledger.back_up",
            ], "-----y---"
        ),
        (
            [
                "calendar.recompute", "demonstration.load", "ledger.restore", "ledger.rebuild", "ledger.export",
                "key.see", "key.rotate", "person.expire", "mail.see", "mail.send",
            ], "-----y---"
        ),
        (["account.change", "office.grant_role", "office.revoke_role"], "------y--"),
        (["audit.read", "ledger.verify"], "-------y-"),
        (["published.see"], "yyyyyyyyy"),
    ]
    static let cells: [(act: String, role: String, isAllowed: Bool)] = rows.flatMap { row in
        row.acts.flatMap { act in zip(roles, row.cells).map { (act, $0, $1 == "y") } }
    }

    let policy = Policy(
        OfficeHierarchy(parents: [Self.child: Self.own, Self.grandchild: Self.child, Self.stranger: Self.elsewhere]))
    static let own = code("city"), child = code("district"), grandchild = code("street")
    static let stranger = code("far-street"), elsewhere = code("far-city")
    static let request = Sample.number(2025, 12)

    static func code(_ text: String) -> AgencyCode {
        guard let code = AgencyCode(text) else { preconditionFailure("a code of this test is wrong") }
        return code
    }
    static func officer(_ text: String) -> OfficerReference {
        guard let officer = OfficerReference(text) else { preconditionFailure("a name of this test is wrong") }
        return officer
    }
    static func actor(_ role: Role, holding held: Set<Role>? = nil) -> Actor {
        role == .visitor ? .applicant(request, of: own) : Actor(officer("zhang-san"), as: role, of: own, holding: held)
    }

    /// What an act of a power is done to: the own office, or the one below for oversight.
    static func subject(of act: String, authors: Set<OfficerReference> = []) -> PolicySubject {
        let isArea = PolicyAct.named(act)?.powers.contains(.oversee) ?? false
        return PolicySubject(
            of: isArea ? child : own, preparedBy: authors, isPublished: act == "published.see", request: request)
    }

    @Test("every cell of the table is as the product says", arguments: cells)
    func cell(act: String, role: String, isAllowed: Bool) throws {
        let role = try Role(parsing: role)
        let verdict = policy.decide(Self.actor(role), act, on: Self.subject(of: act))
        #expect(verdict.isAllowed == isAllowed, "\(act) \(role)")
        guard let finding = verdict.finding else { return }
        #expect(finding.code == .policyRoleRefused)
        #expect(finding.message.contains(role.chineseText) && finding.remedy.contains("应由"))
    }

    @Test("every column of the table is a role, and every act has a power")
    func whole() {
        #expect(Self.roles == Role.allCases.map(\.rawValue))
        #expect(PolicyAct.all.allSatisfy { !$0.powers.isEmpty })
        #expect(Set(PolicyAct.all.map(\.name)).count == PolicyAct.all.count)
        #expect(Set(Power.table.keys) == Set(Power.allCases))
        let tested = Set(Self.rows.flatMap(\.acts).flatMap { PolicyAct.named($0)?.powers ?? [] })
        #expect(tested == Set(Power.allCases), "every power is tested by an act")
    }

    @Test("every act is refused to every role whose power it does not need")
    func everyAct() {
        for act in PolicyAct.all {
            for role in Role.allCases {
                let isHeld = act.powers.contains { $0.isHeld(by: role) }
                let verdict = policy.decide(Self.actor(role), act.name, on: Self.subject(of: act.name))
                #expect(verdict.isAllowed == isHeld, "\(act.name) \(role)")
            }
        }
    }

    @Test("every verb of an application has an act")
    func verbs() {
        for verb in RequestVerb.allCases { #expect(PolicyAct.named("request.\(verb.rawValue)") != nil, "\(verb)") }
    }

    @Test("an unknown act is denied to everyone")
    func unknownAct() {
        var random = SeededGenerator(seed: 20_261_121)
        for _ in 0..<200 {
            let letters = Array("abcdefgh._/.. 公开\u{0}")
            let name = String(
                (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
            for role in Role.allCases {
                let verdict = policy.decide(Self.actor(role), name, on: PolicySubject(of: Self.own, isPublished: true))
                #expect(verdict.finding?.code == .policyUnknownAct, "seed 20261121: \(name)")
            }
        }
        #expect(!policy.decide(Self.actor(.officer), "Request.register", on: PolicySubject(of: Self.own)).isAllowed)
    }

    @Test("an unknown role is no role", arguments: ["", "admin", "root", "Officer", "经办人", "officer ", "leader\u{0}"])
    func unknownRole(name: String) {
        let refusal = #expect(throws: Refusal.self) { try Role(parsing: name) }
        #expect(refusal?.findings.first?.code == .policyUnknownRole)
        #expect(refusal?.findings.first?.remedy.contains("officer（经办人）") == true)
    }

    @Test("a role that was not granted cannot be taken")
    func notHeld() {
        let actor = Self.actor(.leader, holding: [.officer])
        let verdict = policy.decide(actor, "request.extend", on: PolicySubject(of: Self.own))
        #expect(verdict.finding?.code == .policyRoleNotHeld)
        #expect(
            !policy.decide(Self.actor(.officer, holding: []), "request.register", on: PolicySubject(of: Self.own))
                .isAllowed)
    }

    @Test("an office's matters are for its own people", arguments: PolicyAct.all.map(\.name))
    func rows(act: String) throws {
        let powers = try #require(PolicyAct.named(act)).powers.filter { $0.reach == .ownOffice }
        for power in powers {
            for role in power.holders {
                for other in [Self.child, Self.grandchild, Self.stranger, Self.elsewhere] {
                    let verdict = policy.decide(Self.actor(role), act, on: PolicySubject(of: other))
                    #expect(verdict.finding?.code == .policyOtherOffice, "\(act) \(role) \(other)")
                }
                #expect(!policy.decide(Self.actor(role), act, on: PolicySubject(of: nil)).isAllowed)
            }
        }
    }

    @Test("an applicant goes on with the application whose code was given, and with no other")
    func ownRequest() {
        let acts = PolicyAct.all.filter { $0.powers.contains(.pursue) }.map(\.name)
        let applicant = Actor.applicant(Self.request, of: Self.own)
        for act in acts {
            let own = PolicySubject(of: Self.own, request: Self.request)
            #expect(policy.decide(applicant, act, on: own).isAllowed, "\(act)")
            for other in [
                PolicySubject(of: Self.own, request: Sample.number(2025, 13)), PolicySubject(of: Self.own),
                PolicySubject(of: Self.child, request: Self.request), PolicySubject(of: nil, request: Self.request),
            ] {
                let verdict = policy.decide(applicant, act, on: other)
                #expect(verdict.finding?.code == .policyOtherRequest, "\(act)")
            }
            #expect(policy.decide(.visitor, act, on: own).finding?.code == .policyOtherRequest, "\(act)")
        }
        #expect(acts.count == 7)
    }

    @Test("oversight reaches every office below its own, and no other")
    func area() {
        let actor = Self.actor(.oversight)
        for office in [Self.child, Self.grandchild] {
            #expect(policy.decide(actor, "report.accept", on: PolicySubject(of: office)).isAllowed)
        }
        for office in [Self.own, Self.stranger, Self.elsewhere] {
            let verdict = policy.decide(actor, "report.accept", on: PolicySubject(of: office))
            #expect(verdict.finding?.code == .policyOutsideArea, "\(office)")
        }
        #expect(policy.decide(actor, "report.roll_up", on: PolicySubject(of: Self.own)).isAllowed)
        #expect(!policy.decide(actor, "report.roll_up", on: PolicySubject(of: Self.elsewhere)).isAllowed)
    }

    @Test("a damaged tree with a circle is no way in and does not hang")
    func circle() {
        let tree = OfficeHierarchy(parents: [
            Self.child: Self.grandchild, Self.grandchild: Self.child, Self.stranger: Self.stranger,
        ])
        #expect(!tree.isBelow(Self.child, Self.own))
        #expect(!tree.isBelow(Self.stranger, Self.stranger))
    }

    @Test(
        "nobody approves own work",
        arguments: PolicyAct.all.filter { $0.powers.allSatisfy(\.excludesOwnWork) }.map(\.name))
    func ownWork(act: String) throws {
        for role in Role.allCases
        where try #require(PolicyAct.named(act)).powers.contains(where: { $0.isHeld(by: role) }) {
            let own = policy.decide(
                Self.actor(role), act, on: Self.subject(of: act, authors: [Self.officer("zhang-san")]))
            #expect(own.finding?.code == .policyOwnWork)
            #expect(
                policy.decide(Self.actor(role), act, on: Self.subject(of: act, authors: [Self.officer("li-si")]))
                    .isAllowed)
        }
    }

    @Test("nobody holds two of the three administrators")
    func separation() {
        let three = Role.allCases.filter(\.isAdministrator)
        #expect(three.count == 3)
        for first in three {
            for second in three {
                let obstacle = Policy.obstacle(to: second, beside: [first, .officer])
                #expect((obstacle?.code == .policyCombinedAdministrators) == (first != second))
                guard first != second else { continue }
                for act in PolicyAct.all {
                    let actor = Self.actor(first, holding: [first, second])
                    #expect(!policy.decide(actor, act.name, on: Self.subject(of: act.name)).isAllowed, "\(act.name)")
                }
            }
            #expect(Policy.obstacle(to: .leader, beside: [first]) == nil)
        }
        #expect(Policy.obstacle(to: .visitor, beside: []) != nil)
    }

    @Test("the public sees what is published, may apply, and nothing else")
    func publicAccess() {
        for act in PolicyAct.all {
            for isPublished in [true, false] {
                let subject = PolicySubject(of: Self.own, isPublished: isPublished)
                #expect(
                    policy.decide(.visitor, act.name, on: subject).isAllowed
                        == (isPublished && act.name == "published.see" || act.name == "request.apply"))
            }
        }
        #expect(
            policy.decide(.visitor, "published.see", on: PolicySubject(of: Self.own)).finding?.code
                == .policyNotPublished)
    }
}
