import AnnualReport
import DocumentReading
import Foundation
import HTTPCore
import Ledger
import Service
import TestSupport
import Testing

@testable import Web

@Suite("English forms")
struct EnglishFormsTests {
    /// A visitor who reads English.
    private func visitor(_ limits: ApplicationLimits = ApplicationLimits()) throws -> Visitor {
        let visitor = try Visitor(limits: limits)
        try visitor.get("/view?lang=en&to=/")
        return visitor
    }

    /// The names that the office and the applicant have, which pages repeat in titles.
    private func look(_ visitor: Visitor, _ name: String, _ location: SourceLocation = #_sourceLocation) {
        EnglishCheck.expect(visitor.page, name, location)
    }

    /// What is wrong, where the page says so: all of it in English.
    private func wrong(_ visitor: Visitor, _ name: String, _ location: SourceLocation = #_sourceLocation) {
        look(visitor, name, location)
        let summary = visitor.page.components(separatedBy: "class=\"errs\"").dropFirst().first?
            .components(separatedBy: "</ul>").first
        #expect(summary != nil, "\(name): nothing is said to be wrong", sourceLocation: location)
        // The name of a file may be Chinese, a sentence may not.
        let isChinese = SpokenText(summary ?? "").pieces.contains { $0.isChinese && !$0.text.hasSuffix(".exe") }
        #expect(!isChinese, "\(name): \(summary ?? "")", sourceLocation: location)
    }

    /// What nobody should write, by field.
    private static let bad: [(ApplicationField, [String])] = [
        (.type, ["nobody"]), (.name, [String(repeating: "x", count: 101), "a\u{7}b"]), (.documentKind, ["stone"]),
        (.document, ["1", "110105194912310021"]), (.creditCode, ["91350100M000100Y44"]),
        (.representative, [String(repeating: "x", count: 101)]), (.phone, ["call me"]), (.email, ["me"]),
        (.address, [String(repeating: "x", count: 201)]), (.postcode, ["12"]),
        (.agentName, [String(repeating: "x", count: 101)]), (.agentDocument, ["?", "110105194912310021"]),
        (.agentPhone, ["none"]),
        (.matter, ["See 11010519491231002X", String(repeating: "x", count: 4_001), "a\u{7}b"]), (.medium, ["stone"]),
        (.delivery, ["pigeon"]),
    ]

    @Test("every field of the application wrong, and empty, in turn is answered in English")
    func fields() throws {
        let visitor = try visitor()
        try visitor.get("/requests/new?agency=office")
        look(visitor, "form")
        let person = ["id_kind": "citizen_card", "id_number": "11010519491231002X"]
        let kinds: [[String: String]] = [
            person, ["id_kind": "passport", "agent": "yes", "agent_name": "Ann", "agent_phone": "000-55667788"],
            [
                "applicant_type": "commercial_enterprise", "credit_code": "91350100M000100Y43", "representative": "Ann",
            ],
        ]
        for (place, kind) in kinds.enumerated() {
            for (field, values) in Self.bad {
                let asked =
                    place == 2
                    ? field != .document && field != .documentKind : field != .creditCode && field != .representative
                let isAgents = [.agentName, .agentDocument, .agentPhone].contains(field)
                // An unknown type is taken for a natural person.
                guard asked, !isAgents || place == 1, field != .type else { continue }
                for value in values where !(field == .document && place == 1 && value.count == 18) {
                    try visitor.post("/requests/new", Visitor.fields(kind.merging([field.rawValue: value]) { $1 }))
                    wrong(visitor, "\(place) \(field.rawValue) \(value.prefix(8))")
                }
            }
            try visitor.post(
                "/requests/new",
                Visitor.fields.map {
                    ($0.0, ["agency", "applicant_type", "agent", "go"].contains($0.0) ? kind[$0.0] ?? $0.1 : "")
                })
            wrong(visitor, "\(place) all empty")
        }
    }

    @Test("wrong files, the field for programs, a page open too long and an unknown office are answered in English")
    func files() throws {
        var limits = ApplicationLimits()
        limits.fileBytes = 1_000
        let visitor = try visitor(limits)
        try visitor.get("/requests/new?agency=office")
        let pdf = Array("%PDF-%%EOF".utf8)
        try visitor.post(
            "/requests/new", Visitor.fields,
            files: [
                ("proof", "empty.pdf", []), ("attachments", "large.pdf", pdf + [UInt8](repeating: 32, count: 2_000)),
                ("attachments", "坏.exe", [0x4D, 0x5A]),
            ] + (0...limits.attachments).map { ("attachments", "\($0).pdf", pdf + [UInt8($0)]) })
        wrong(visitor, "files")
        try visitor.post("/requests/new", Visitor.fields(["website": "x"]))
        wrong(visitor, "trap")
        try visitor.post("/requests/new", Visitor.fields, files: [("proof", "id.pdf", pdf)], token: "x")
        look(visitor, "token")
        try visitor.post("/requests/new", Visitor.fields(["agency": "nobody"]))
        look(visitor, "office")
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields(["go": "save"]))
        look(visitor, "kept")
    }

    @Test("a closed desk, too many searches and every refused address are answered in English")
    func refused() throws {
        let closed = try Visitor(key: false)
        try closed.get("/view?lang=en&to=/")
        for target in ["/requests/new", "/requests/track"] {
            try closed.get(target)
            look(closed, "closed \(target)")
            #expect(!SpokenText(closed.page).pieces.contains { $0.isChinese && $0.place == "p" })
        }
        let visitor = try visitor()
        for target in ["/search?q=%E6%B5%8B%E8%AF%95&kind=x", "/reports?state=x", "/info/x"] {
            try visitor.get(target)
            look(visitor, target)
            #expect(!SpokenText(visitor.page).pieces.contains { $0.isChinese && $0.place == "p" }, "\(target)")
        }
        for target in [
            "/explore?view=x", "/explore?cell=x", "/explore?view=cell&row=t9.x", "/explore?office=nobody",
            "/explore?year=x", "/explore?view=cell&row=t3_applications.denied&column=x",
            "/explore?" + (2000...2030).map { "year=\($0)" }.joined(separator: "&"),
        ] {
            try visitor.get(target)
            wrong(visitor, target)
        }
    }

    @Test("from the form to the receipt, the way of a case and its remedies, every page speaks English")
    func wholeWay() throws {
        let visitor = try visitor()
        try visitor.get("/requests/new")
        look(visitor, "choice")
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields, files: [Visitor.proof])
        look(visitor, "review")
        try visitor.submit("/requests/new/review")
        look(visitor, "receipt")
        let strong = visitor.page.components(separatedBy: "<strong>").dropFirst().map {
            String($0.prefix { $0 != "<" })
        }
        let (number, code) = (strong[0], strong[1])
        try visitor.submit("/requests/track", [("number", ""), ("code", " ")])
        try visitor.get("/requests/track")
        look(visitor, "door")
        try visitor.submit("/requests/track", [("number", number), ("code", "")])
        wrong(visitor, "no code")
        try visitor.submit("/requests/track", [("number", number), ("code", "22222-22222")])
        wrong(visitor, "wrong code")
        try visitor.open(number, code)
        look(visitor, "waiting")
        try visitor.post("/requests/track/message", [("text", "")])
        wrong(visitor, "empty message")
        try visitor.office(
            #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"# + "\n"
                + #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-03","points":"请写明年份","deadline":"2025-06-30"}"#,
            on: "2025-06-03")
        try visitor.get("/requests/track/case")
        look(visitor, "correction")
        for matter in ["", "See 11010519491231002X", String(repeating: "x", count: 4_001)] {
            try visitor.post("/requests/track/correction", [("matter", matter)])
            wrong(visitor, "correction \(matter.prefix(4))")
        }
        try visitor.post(
            "/requests/track/correction", [("matter", "验收报告")], files: [("attachments", "bad.exe", [0x4D])])
        wrong(visitor, "correction file")
        try visitor.post("/requests/track/correction", [("matter", "2024年测试路的验收报告")])
        look(visitor, "corrected")
        try visitor.office(
            #"{"act":"request.send_message","subject":"2025-1","day":"2025-06-03","text":{"text":"请看附件"},"papers":[{"file":"说明.pdf"}]}"#
                + "\n"
                + #"{"act":"request.extend","subject":"2025-1","day":"2025-06-03","days":15,"reasons":"需要查阅历史档案","drafter":"li-si","role":"leader","actor":"wang-wu"}"#,
            on: "2025-06-03")
        try visitor.get("/requests/track/case")
        look(visitor, "extended")
        try visitor.office(
            #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"unable_not_held","not_held_ground":"nonexistent","search":{"places":"档案室","terms":"测试路","day":"2025-06-03"}}"#,
            on: "2025-06-03")
        try visitor.get("/requests/track/case")
        look(visitor, "decided")
        for letter in visitor.markup.all("a").compactMap({ $0["href"] }) where letter.hasPrefix(LetterPage.path) {
            try visitor.get(letter)
            look(visitor, letter)
            #expect(visitor.page.contains("The letter is in Chinese"))
        }
        try visitor.get("/requests/track/letters/99")
        look(visitor, "no letter")
        try visitor.get("/requests/track/case")
        try visitor.post("/requests/track/received", [])
        look(visitor, "remedies")
        #expect(visitor.page.contains("by 4 August 2025") && visitor.page.contains("by 3 December 2025"))
        try visitor.post("/requests/track/rating", [])
        wrong(visitor, "no rating")
        try visitor.post("/requests/track/rating", [("grade", "satisfied")])
        look(visitor, "rated")
        #expect(visitor.page.contains("You rated it: satisfied"))
        try visitor.post("/requests/track/withdraw", [])
        wrong(visitor, "too late to take back")
    }

    @Test(
        "other ways in which a case goes on are told in English",
        arguments: [
            [
                #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"denied_internal_affairs","internal_kind":"workflow","reasons":"属于内部工作流程","role":"leader","actor":"wang-wu","drafter":"li-si"}"#
            ],
            [
                #"{"act":"request.issue_fee_notice","subject":"2025-1","day":"2025-06-03","reasons":"当月申请明显偏多","nth":"11"}"#
            ],
            [
                #"{"act":"request.ask_reasons","subject":"2025-1","day":"2025-06-03","facts":"当月已申请多件","deadline":"2025-06-20"}"#
            ],
            [#"{"act":"request.transfer","subject":"2025-1","day":"2025-06-03","to":"street","reasons":"经申请人同意"}"#],
            [#"{"act":"request.withdraw","subject":"2025-1","day":"2025-06-03","proof":"申请人书面提出"}"#],
        ])
    func other(lines: [String]) throws {
        let visitor = try visitor()
        let told = try visitor.apply()
        try visitor.office(
            ([#"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"#] + lines).joined(
                separator: "\n"), on: "2025-06-03")
        try visitor.open(told.number, told.code)
        look(visitor, lines[0])
        if visitor.page.contains("/requests/track/received") {
            try visitor.post("/requests/track/received", [])
            look(visitor, "received")
        }
        try visitor.get("/requests/track/withdraw")
        look(visitor, "withdraw")
    }

    @Test(
        "an upload that cannot be checked is answered in English",
        arguments: [
            "empty_file", "too_large", "scanned_pdf", "encrypted", "damaged", "unknown_format", "legacy_format",
            "not_a_report", "several_reports", "old_form", "reader_busy", "reader_crashed", "too_slow",
        ])
    func upload(code: String) throws {
        let fixture = try WebFixture(
            reader: FixedReader(answer: .failure(DocumentError(code: code, message: "换一份再试。"))))
        let visit = try fixture.visit()
        for file in [("a.pdf", [UInt8(1)]), nil] {
            let response = try fixture.upload(file: file, token: visit.token, cookies: [visit.cookie, "lang=en"])
            EnglishCheck.expect(response.text, code)
            #expect(!response.text.contains("换一份") && response.text.contains("class=\"errs\""), "\(code)")
            if let words = ["too_large": "larger than 50 MB", "too_slow": "in 20 seconds"][code], file != nil {
                #expect(response.text.contains(words))
            }
        }
        let refused = try fixture.upload(file: nil, token: "x", cookies: [visit.cookie, "lang=en"])
        EnglishCheck.expect(refused.text, "token")
    }

    @Test("what a search says of the words that were typed marks them as they are")
    func search() throws {
        for target in [
            "/search?q=%E6%94%BF%E5%BA%9C%20%E6%B5%8B",
            "/search?q=%E5%B9%B4%E6%8A%A5%E9%A2%84%E7%AE%97%E5%85%AC%E5%BC%80",
            "/search?q=%E7%A5%A5%E8%8A%9D%E9%95%87%20%E6%94%BF%E5%BA%9C", "/search?q=%EF%BC%8C",
            "/search?q=\(String(repeating: "a", count: 500))",
        ] {
            EnglishCheck.expect(try WebFixture.shared.get().get(target, cookies: ["lang=en"]).text, target)
        }
    }

    @Test("a problem of the interface is English where that is asked for first")
    func problems() throws {
        let visitor = try Visitor()
        func detail(_ language: String) throws -> String {
            try visitor.fixture.get(
                "/reports/nobody/2021.csv", headers: [("Accept", "application/json"), ("Accept-Language", language)]
            ).text
        }
        #expect(try detail("en-GB,zh;q=0.5").contains("This report is not here."))
        #expect(try detail("zh-CN,en").contains("没有收录这份年报"))
        let asked = try visitor.fixture.get("/explore.csv?x=1&lang=en").text
        #expect(asked.contains("The address has parameters that are not known"))
    }
}
