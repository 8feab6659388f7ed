import CanonicalJSON
import Disclosure
import Foundation
import Ledger
import Service
import TestSupport
import Testing

@Suite("Doing acts")
struct PerformActsTests {
    private static func register(_ number: String, matter: String = "测试文件", more: String = "") -> String {
        #"{"act":"request.register","subject":"\#(number)","day":"2025-06-03","channel":"in_person","applicant":"p-1","applicant_type":"natural_person","identity_proof":"paper-1","matter":"\#(matter)"\#(more)}"#
    }

    @Test("every act has a policy, fields with names of their own, and a title")
    func catalogue() {
        #expect(Set(ActCatalogue.all.map(\.name)).count == ActCatalogue.all.count)
        for act in ActCatalogue.all {
            for name in [act.name] + act.otherPolicyActs { #expect(PolicyAct.named(name) != nil, "\(name)") }
            #expect(!act.roles.isEmpty && !act.chineseText.isEmpty, "\(act.name)")
            let names = act.fields.map(\.name)
            #expect(Set(names).count == names.count, "\(act.name)")
            for reserved in ["act", "subject", "agency", "actor", "role", "expecting"] {
                #expect(!names.contains(reserved), "\(act.name)")
            }
        }
    }

    @Test("the page of the acts is made from their table")
    func page() throws {
        let file = TestEnvironment.packageFolder.appending(path: "docs/acts.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text == ActPage.text, "run: gongkai acts --page > docs/acts.md")
    }

    @Test("every verb of the law can be done")
    func verbs() {
        for verb in RequestVerb.allCases { #expect(ActCatalogue.named("request.\(verb.rawValue)") != nil, "\(verb)") }
        for verb in ItemVerb.allCases { #expect(ActCatalogue.named("item.\(verb.rawValue)") != nil, "\(verb)") }
        for verb in AppealVerb.allCases { #expect(ActCatalogue.named("appeal.\(verb.rawValue)") != nil, "\(verb)") }
        for verb in OfficeVerb.allCases { #expect(ActCatalogue.named("office.\(verb.rawValue)") != nil, "\(verb)") }
        for verb in NormativeVerb.allCases {
            #expect(ActCatalogue.named("normative.\(verb.rawValue)") != nil, "\(verb)")
        }
        for verb in LeadingGroupVerb.allCases {
            #expect(ActCatalogue.named("group.\(verb.rawValue)") != nil, "\(verb)")
        }
        for kind in SupervisionKind.allCases {
            #expect(ActCatalogue.named("supervision.record_\(kind.rawValue)") != nil, "\(kind)")
        }
    }

    @Test("every field that is missing, wrong or unknown is named at once")
    func fields() throws {
        try ActOffice.with { office in
            let findings = try office.refused(
                #"{"act":"request.register","day":"2025-02-30","channel":"pigeon","applicant":{"name":"张三","phone":"x","shoe":"42"},"matter":" ","oral":"maybe","colour":"red"}"#
            )
            let found = Dictionary(grouping: findings, by: { $0.field ?? "" }).mapValues { $0.map(\.code) }
            #expect(found["day"] == [.valueForm])
            #expect(found["channel"] == [.valueForm])
            #expect(found["applicant.shoe"] == [.valueUnknownField])
            #expect(found["applicant_type"] == [.valueMissing])
            #expect(found["matter"] == [.valueMissing])
            #expect(found["oral"] == [.valueForm])
            #expect(found["colour"] == [.valueUnknownField])
            #expect(findings.allSatisfy { !$0.remedy.isEmpty && !$0.message.contains("张三") })
        }
    }

    @Test("unknown offices, days that cannot be and texts over their limit are named by field")
    func badInput() throws {
        try ActOffice.with { office in
            let unknown = Self.register("2025-1", more: #","agency":"nowhere""#)
            #expect(
                try office.refused(unknown).contains {
                    $0.code == .policyOtherOffice || $0.code == .ledgerUnknownOffice
                })
            #expect(try office.refused(Self.register("2025-1", more: #","agency":"没有的机关""#)).first?.field == "agency")
            let future = try office.refused(Self.register("2025-1"), today: "2025-06-02")
            #expect(future.first?.code == .actDayInFuture)
            let long = try office.refused(Self.register("2025-1", matter: String(repeating: "字", count: 4_001)))
            #expect(long.first?.code == .valueTooLong && long.first?.field == "matter")
            try office.done(Self.register("2025-1"))
            let early = try office.refused(
                #"{"act":"request.decide","subject":"2025-1","day":"2025-06-02","leaf":"disclosed","mode":"supplied","access":"附上"}"#
            )
            #expect(early.contains { $0.code == .requestDayBeforeReceipt })
            #expect(
                try office.refused(#"{"act":"request.close","subject":"2025-99","day":"2025-06-05"}"#).first?.code
                    == .requestNotRegistered)
            #expect(
                try office.refused(#"{"act":"request.close","subject":"no number","day":"2025-06-05"}"#).first?.field
                    == "subject")
            #expect(try office.refused(#"{"act":"request.close","day":"2025-06-05"}"#).first?.field == "subject")
            #expect(try office.refused(#"{"act":"request.fly","subject":"2025-1"}"#).first?.code == .policyUnknownAct)
        }
    }

    @Test(
        "what is no act is refused with its line",
        arguments: [
            "", "   \n\n", "x", "[1]", "{\"act\":7}", "{}", "{\"act\":\"request.close\",\"expecting\":\"many\"}",
            "{\"act\":",
        ])
    func noAct(text: String) throws {
        try ActOffice.with { office in
            let findings = try office.refused(text)
            #expect(!findings.isEmpty)
        }
    }

    @Test("the lines of a file stand together or not at all, and each wrong one is named")
    func allOrNothing() throws {
        try ActOffice.with { office in
            let lines = """
                \(Self.register("2025-1"))

                \(Self.register("2025-2", more: #","colour":"red""#))
                {"act":"request.close","subject":"2025-2","day":"2025-06-05"}
                \(Self.register("2025-3"))
                {"act":"request.close","subject":"2025-3","day":"2025-06-05"}
                """
            guard case .refused(let problems) = try office.load(lines) else {
                Issue.record("it was recorded")
                return
            }
            #expect(problems.map(\.place) == [3, 6], "what hangs on a wrong line is not named again")
            #expect(try office.request("2025-1") == nil)
            #expect(try office.ledger.entries.count() == 0)
        }
    }

    @Test("a file over the limit of lines is refused")
    func lineLimit() throws {
        try ActOffice.with { office in
            let lines = (1...4).map { Self.register("2025-\($0)") }.joined(separator: "\n")
            let loader = LoadActs(office.acts, lineLimit: 3)
            let outcome = try loader.run(
                Array(lines.utf8), by: .init(agency: "office", actor: "zhang-san", role: "officer"),
                at: ActOffice.moment("2026-01-05"))
            guard case .refused(let problems) = outcome else {
                Issue.record("it was recorded")
                return
            }
            #expect(problems.first?.place == 4)
            #expect(problems.first?.findings.first?.remedy.contains("GONGKAI_ACT_LINES") == true)
        }
    }

    @Test("a trial says what would happen and changes nothing")
    func trial() throws {
        try ActOffice.with { office in
            let revision = try office.ledger.revision()
            guard case .recorded(let done) = try office.load(Self.register("2025-1"), isTrial: true) else {
                Issue.record("it was refused")
                return
            }
            #expect(done.first?.entries.count == 1)
            #expect(try office.ledger.revision() == revision)
            #expect(try office.request("2025-1") == nil)
        }
    }

    @Test("who looked before another one acted is told what changed")
    func overtaken() throws {
        try ActOffice.with { office in
            try office.done(Self.register("2025-1"))
            try office.done(
                #"{"act":"request.ask_reasons","subject":"2025-1","day":"2025-06-05","expecting":1,"facts":"当月已申请多件","deadline":"2025-06-20"}"#,
                by: "li-si")
            let findings = try office.refused(
                #"{"act":"request.withdraw","subject":"2025-1","day":"2025-06-06","expecting":1,"proof":"书面撤回"}"#)
            #expect(findings.first?.code == .ledgerOvertaken)
            #expect(findings.first?.message.contains("li-si") == true)
            try office.done(
                #"{"act":"request.withdraw","subject":"2025-1","day":"2025-06-06","expecting":2,"proof":"书面撤回"}"#)
        }
    }

    @Test("a person acts for the own office only, whatever the line says")
    func otherOffice() throws {
        try ActOffice.with { office in
            let line = Self.register("2025-1", more: #","agency":"street""#)
            let done = try office.done(line)
            #expect(done.first?.office == AgencyCode("street"), "who may write the data folder says for whom he acts")
        }
    }

    @Test("the same content asked again by the same applicant is named at once")
    func repeated() throws {
        try ActOffice.with { office in
            try office.done(
                """
                \(Self.register("2025-1"))
                {"act":"request.decide","subject":"2025-1","day":"2025-06-06","leaf":"disclosed","mode":"supplied","access":"附上"}
                {"act":"request.serve","subject":"2025-1","day":"2025-06-06","manner":"direct","proof":"送达回证"}
                """)
            let done = try office.done(Self.register("2025-2"))
            #expect(done.first?.remarks.contains { $0.code == .requestRepeated } == true)
        }
    }

    @Test("hostile documents are answered with findings", arguments: 1...12 as ClosedRange<UInt64>)
    func hostile(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func value(_ depth: Int) -> JSONValue {
            switch Int.random(in: 0...(depth > 2 ? 5 : 7), using: &random) {
            case 0: return .null
            case 1: return .boolean(Bool.random(using: &random))
            case 2:
                return .number(["0", "-1", "1e999", "99999999999999999999", "20"].randomElement(using: &random) ?? "0")
            case 3:
                return .string(
                    ["2025-06-03", "2025-1", "张三", "\u{7}", "true", "p-1"].randomElement(using: &random) ?? "")
            case 4: return .string(String(repeating: "长", count: Int.random(in: 0...5_000, using: &random)))
            case 5: return .string("in_person")
            case 6: return .array((0...3).map { _ in value(depth + 1) })
            default:
                return .object([
                    .init(name: "number", value: value(depth + 1)), .init(name: "name", value: value(depth + 1)),
                ])
            }
        }
        try ActOffice.with { office in
            try office.done(Self.register("2025-1"))
            for act in ActCatalogue.all {
                let members = act.fields.compactMap { field in
                    Bool.random(using: &random) ? JSONValue.Member(name: field.name, value: value(0)) : nil
                }
                let document = ActDocument(act.name, on: "2025-1", fields: .object(members))
                for role in Role.allCases {
                    let outcome = try office.acts.run(
                        [document], by: .init(agency: "office", actor: "zhang-san", role: role.rawValue),
                        at: ActOffice.moment("2026-01-05"), isTrial: true)
                    guard case .refused(let problems) = outcome else { continue }
                    #expect(problems.allSatisfy { !$0.findings.isEmpty }, "seed \(seed) \(act.name)")
                }
            }
        }
    }
}
