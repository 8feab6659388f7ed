import Disclosure
import Ledger
import Service
import TestSupport
import Testing
import Vault

@Suite("Persons beside the entries")
struct PersonsTests {
    private static let secrets = ["张三丰", "13812345678", "zhang@example.cn", "测试省测试市测试区测试路18号"]
    private static let register = """
        {"act":"request.register","subject":"2025-1","day":"2025-06-03","channel":"in_person",\
        "applicant":{"name":"张三丰","phone":"13812345678","email":"zhang@example.cn","address":"测试省测试市测试区测试路18号"},\
        "applicant_type":"natural_person","identity_proof":"paper-1","matter":"测试文件"}
        """
    private static let answer = """
        {"act":"request.decide","subject":"2025-1","day":"2025-06-06","leaf":"disclosed","mode":"supplied","access":"附上"}
        {"act":"request.serve","subject":"2025-1","day":"2025-06-06","manner":"direct","proof":"送达回证"}
        {"act":"request.close","subject":"2025-1","day":"2025-06-06"}
        """

    private func see(
        _ office: ActOffice, _ reference: PersonReference, as role: Role = .officer,
        because reasons: String? = "联系申请人领取",
        fields: [PersonField] = [], of code: String = "office", with vault: Vault? = nil
    ) throws -> SeePerson.Outcome {
        let setting = ActSetting(
            calendar: office.calendar, policy: Policy(OfficeHierarchy(try office.ledger.offices.list())),
            vault: vault ?? office.vault)
        return try SeePerson(ledger: office.ledger, setting: setting).run(
            reference, of: try #require(AgencyCode("office")), fields: fields, reasons: reasons,
            by: Actor(
                try #require(OfficerReference("zhang-san")), as: role, of: try #require(AgencyCode(code))),
            at: ActOffice.moment("2026-01-05"))
    }

    private func applicant(_ office: ActOffice) throws -> PersonReference {
        try #require(try office.request("2025-1")).registration.applicant
    }

    @Test(
        "nothing about a person stands in the entries, and a look is recorded before it is shown",
        arguments: DatabaseEngine.allCases)
    func look(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            let person = try applicant(office)
            guard case .seen(let seen, let entry) = try see(office, person, fields: [.phone]) else {
                Issue.record("it was refused")
                return
            }
            #expect(seen[.phone]?.reveal() == "13812345678" && seen[.address] == nil)
            #expect(entry.kind == "person.looked" && entry.actor.officer.text == "zhang-san")
            #expect(entry.payload == #"{"fields":["name","phone"],"reasons":"联系申请人领取"}"#)
            for entry in try office.ledger.entries.entries(of: try #require(AgencyCode("office"))) {
                for secret in Self.secrets { #expect(!"\(entry)".contains(secret), "\(entry.kind)") }
            }
        }
    }

    @Test(
        "without a reason only masked forms are given, and without the power nothing",
        arguments: DatabaseEngine.allCases)
    func masked(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            let person = try applicant(office)
            let count = try office.ledger.entries.count()
            guard case .masked(let masked) = try see(office, person, because: nil) else {
                Issue.record("it was refused")
                return
            }
            #expect("\(masked)" == "张**")
            for role in Role.allCases where ![.officer, .reviewer, .leader].contains(role) {
                guard case .refused = try see(office, person, as: role) else {
                    Issue.record("\(role) saw it")
                    continue
                }
            }
            for reasons in ["", " ", "身份证 11010519491231002X"] {
                guard case .refused(let findings) = try see(office, person, because: reasons) else {
                    Issue.record("seen without a reason")
                    continue
                }
                #expect(findings.first?.field == "reason")
            }
            guard case .refused(let findings) = try see(office, person, of: "street") else {
                Issue.record("another office saw it")
                return
            }
            #expect(findings.first?.code == .policyOtherOffice)
            #expect(try office.ledger.entries.count() == count)
        }
    }

    @Test(
        "without the key or with another one nothing is lost and the message says which is missing",
        arguments: DatabaseEngine.allCases)
    func wrongKey(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            let other = Vault(try KeyRing(parsing: String(repeating: "77", count: 32), from: "test"))
            let person = try applicant(office)
            let error = #expect(throws: ServiceError.self) { try see(office, person, with: other) }
            #expect(error?.message.contains("数据没有丢失") == true)
            #expect(error.map { error in Self.secrets.contains { error.message.contains($0) } } == false)
            guard case .seen = try see(office, person) else {
                Issue.record("it was lost")
                return
            }
        }
        try ActOffice.with(engine, key: false) { office in
            let findings = try office.refused(Self.register)
            #expect(findings.first?.code == .personNoKey)
        }
    }

    @Test("the same person is found again, and what is new is added", arguments: DatabaseEngine.allCases)
    func again(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            let second = Self.register.replacing("2025-1", with: "2025-2")
                .replacing(#""address":"测试省测试市测试区测试路18号""#, with: #""postcode":"362700""#)
            let done = try office.done(second)
            #expect(done.first?.entries.map(\.kind) == ["person.changed", "request.registered"])
            let same = try applicant(office)
            #expect(try office.request("2025-2")?.registration.applicant == same)
            let third = try office.done(
                Self.register.replacing("2025-1", with: "2025-3").replacing("13812345678", with: "13912345678")
                    .replacing("zhang@", with: "other@"))
            #expect(third.first?.entries.first?.kind == "person.recorded")
        }
    }

    @Test(
        "an erased person leaves entries and cases whole, and is never shown again", arguments: DatabaseEngine.allCases)
    func erasure(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            let person = try applicant(office)
            let erase = #"{"act":"person.erase","subject":"\#(person)","day":"2026-01-05","reasons":"保存期限届满"}"#
            #expect(try office.refused(erase).first?.code == .personNeeded)
            try office.done(Self.answer)
            try office.done(erase)
            let code = try #require(AgencyCode("office"))
            #expect(try office.ledger.persons.person(person, of: code) == nil)
            guard case .refused(let findings) = try see(office, person) else {
                Issue.record("it was seen")
                return
            }
            #expect(findings.first?.code == .personErased)
            #expect(try office.refused(erase).first?.code == .personErased)
            #expect(try office.request("2025-1")?.stage == .closed)
            let result = try office.ledger.verify(projections: true)
            #expect(result.isSound && result.differentProjections == [], "an erasure breaks no chain")
        }
    }

    @Test(
        "after a rotation everything is sealed with the new key, and persons are still found again",
        arguments: DatabaseEngine.allCases)
    func rotation(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            let old = try #require(office.vault).ring
            let new = try old.adding(try VaultKey.random())
            #expect(
                try RotateKey(ledger: office.ledger, vault: Vault(new)).run(at: ActOffice.moment("2026-01-05")) == 1)
            #expect(
                try RotateKey(ledger: office.ledger, vault: Vault(new)).run(at: ActOffice.moment("2026-01-05")) == 0)
            #expect(try office.ledger.persons.countByKey().map(\.key) == [new.present.identity.text])
            let after = ActOffice(
                ledger: office.ledger, database: office.database, calendar: office.calendar,
                vault: Vault(try #require(KeyRing([new.present]))))
            try after.done(Self.register.replacing("2025-1", with: "2025-2"))
            let same = try applicant(office)
            #expect(try after.request("2025-2")?.registration.applicant == same)
        }
    }
}
