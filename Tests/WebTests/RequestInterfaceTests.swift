import Foundation
import HTTPCore
import Ledger
import Service
import Testing

@testable import Web

@Suite("The interface for applying and following")
struct RequestInterfaceTests {
    private typealias Object = [String: Any]
    private static let key = "test-key-0123456789"

    /// The example of the document at the test's own office.
    private static func application(_ change: (inout Object) -> Void = { _ in }) -> Object {
        var body: Object = [
            "office": "office", "applicant_type": "natural_person", "name": "测试张三", "id_kind": "passport",
            "id_number": "T00998877", "phone": "000-55667788", "matter": "测试路改造工程的验收报告", "medium": "electronic",
            "delivery": "internet",
            "files": [["place": "proof", "name": "测试张三证件.jpg", "content": "/9j/4AAAAAAAAAAAAAAAAP/Z"]],
        ]
        change(&body)
        return body
    }

    private func post(
        _ visitor: Visitor, _ path: String, _ body: Object, key: String? = key, headers: [(String, String)] = []
    ) throws -> Response {
        try post(visitor, path, try JSONSerialization.data(withJSONObject: body), key: key, headers: headers)
    }

    private func post(
        _ visitor: Visitor, _ path: String, _ body: Data, key: String? = key, headers: [(String, String)] = []
    ) throws -> Response {
        var all = Headers(headers)
        if !headers.contains(where: { $0.0 == "Content-Type" }) { all.add("Content-Type", "application/json") }
        if let key { all.add("Idempotency-Key", key) }
        return visitor.fixture.site.respond(
            to: try Request(
                method: .post, target: path, headers: all, body: [UInt8](body), remoteAddress: visitor.address))
    }

    private func object(_ response: Response) throws -> Object {
        try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? Object)
    }

    private func pointers(_ response: Response) throws -> [String] {
        (try object(response)["errors"] as? [Object])?.compactMap { $0["pointer"] as? String } ?? []
    }

    private static let apply = "/api/v1/requests"
    private static let track = "/api/v1/requests/track"

    @Test("a program hands in, is told number, code and the day that counts, and follows with them")
    func wholeWay() throws {
        let visitor = try Visitor()
        let response = try post(visitor, Self.apply, Self.application())
        #expect(response.status == .created && response.headers["Cache-Control"] == "no-store", "\(response.text)")
        let told = try object(response)
        let number = try #require(told["number"] as? String)
        let code = try #require(told["code"] as? String)
        #expect(number == "office-2025-1" && code.count == 11 && told["stage"] as? String == "awaiting_confirmation")
        #expect((told["receipt_explanation"] as? String)?.contains("双方确认之日") == true)
        #expect((told["if_confirmed_today"] as? Object)?["due"] as? String == "2025-07-01")
        let found = try post(visitor, Self.track, ["number": number, "code": code.lowercased()], key: nil)
        #expect(found.status == .ok && found.headers["Cache-Control"] == "no-store", "\(found.text)")
        var seen = try object(found)
        #expect(seen["stage"] as? String == "awaiting_confirmation" && seen["clock"] is NSNull)
        #expect(seen["can"] as? [String] == ["send", "withdraw"])
        #expect((seen["papers"] as? [Object])?.map { $0["name"] as? String } == ["测试张三证件.jpg"])
        #expect(!found.text.contains("T00998877") && !found.text.contains("55667788"))
        try visitor.office(
            #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"# + "\n"
                + #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-03","points":"请写明年份","deadline":"2025-06-30"}"#,
            on: "2025-06-03")
        seen = try object(post(visitor, Self.track, ["number": number, "code": code], key: nil))
        #expect(seen["received"] as? String == "2025-06-03" && seen["stage"] as? String == "awaiting_correction")
        #expect((seen["timeline"] as? [Object])?.count == 3 && (seen["letters"] as? [Object])?.count == 3)
        let clock = try #require(seen["clock"] as? Object)
        #expect(clock["due"] is NSNull && clock["state"] as? String == "awaiting_correction")
        #expect((clock["steps"] as? [Object])?.map { $0["holds"] as? Bool } == [false], "the old day does not hold")
        // The same application on the pages.
        try visitor.open(number, code)
        #expect(visitor.targets.last == "/requests/track/case" && visitor.page.contains("等您补正"))
    }

    @Test("the same under one key registers once and is answered the same, something else under it is refused")
    func repeated() throws {
        let visitor = try Visitor()
        let first = try post(visitor, Self.apply, Self.application())
        let again = try post(visitor, Self.apply, Self.application())
        #expect(first.status == .created && again.status == .created && first.body == again.body)
        let other = try post(visitor, Self.apply, Self.application { $0["matter"] = "别的内容" })
        #expect(other.status == .unprocessable)
        #expect(try object(other)["code"] as? String == "key_reused")
        #expect(!other.text.contains("office-2025"))
        #expect(try visitor.fixture.ledger.entries.count() == first.entries)
        let next = try post(visitor, Self.apply, Self.application(), key: Self.key + "x")
        #expect(try object(next)["number"] as? String == "office-2025-2", "another key is another application")
        // What a browser holds never leads to what a program handed in.
        let secret = DraftSecret(try #require(HandInKey(Self.key))).text
        let receipt = try visitor.fixture.get("/requests/new/receipt", cookies: ["gongkai_draft=\(secret)"])
        #expect(receipt.status == .seeOther)
    }

    @Test(
        "what must be mended comes back with its place, as the page says it, and nothing is kept",
        arguments: [
            (#"{"office":"nobody"}"#, ["#/office"]), (#"{"name":""}"#, ["#/name"]),
            (#"{"id_kind":"citizen_card","id_number":"110105194912310021"}"#, ["#/id_number"]),
            (#"{"matter":"查 11010519491231002X"}"#, ["#/matter"]), (#"{"delivery":"post"}"#, ["#/address"]),
            (#"{"agent":"yes"}"#, ["#/agent_name", "#/agent_id_number", "#/files"]),
            (#"{"applicant_type":"research_institution"}"#, ["#/credit_code"]),
            (#"{"phone":"","email":""}"#, ["#/phone"]), (#"{"medium":"paper"}"#, ["#/delivery"]),
            (#"{"files":[]}"#, ["#/files"]),
            (#"{"files":[{"place":"proof","name":"程序.exe","content":"TVo="}]}"#, ["#/files/0"]),
            (
                #"{"files":[{"place":"proof","name":"证件.jpg","content":"/9j/4AAAAAAAAAAAAAAAAP/Z"},{"place":"attachments","name":"a.exe","content":"TVo="},{"place":"attachments","name":"a.exe","content":"TVo="}]}"#,
                ["#/files/1", "#/files/2"]
            ),
        ])
    func wrong(_ text: String, _ places: [String]) throws {
        let visitor = try Visitor()
        let changed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
        let response = try post(
            visitor, Self.apply, Self.application { body in changed.forEach { body[$0.key] = $0.value } })
        #expect(response.status == .unprocessable && response.headers["Content-Type"] == "application/problem+json")
        let problem = try object(response)
        #expect(problem["code"] as? String == "refused")
        #expect(Set(try pointers(response)) == Set(places))
        #expect(!response.text.contains("已经保留"), "nothing is kept of what a program sends")
        let first = try #require((problem["errors"] as? [Object])?.first)
        #expect((first["remedy"] as? String)?.isEmpty == false && (first["code"] as? String)?.contains(".") == true)
        #expect(try visitor.fixture.ledger.drafts.count() == 0)
        #expect(try visitor.fixture.ledger.entries.count() == 0)
    }

    @Test("what is no application in form is refused by its place, with 400, and no word of it comes back")
    func form() throws {
        let visitor = try Visitor()
        for (body, places) in [
            (["office": 1] as Object, ["#/office"]), (["name": "a\u{1}<script>"], ["#/name"]),
            (["applicant_type": "robot"], ["#/applicant_type"]), (["matter": NSNull()], ["#/matter"]),
            (["<script>": "x"], ["#"]), (["files": "x"], ["#/files"]),
            (["files": [["place": "proof", "name": "a.jpg", "content": "###"]]], ["#/files/0/content"]),
            (["files": [["name": "a.jpg"]]], ["#/files/0/place", "#/files/0/content"]),
        ] {
            let response = try post(
                visitor, Self.apply, Self.application { sent in body.forEach { sent[$0.key] = $0.value } })
            #expect(response.status == .badRequest, "\(response.text)")
            #expect(try pointers(response) == places)
            #expect(!response.text.contains("script"))
        }
        for text in ["", "{", "[]", "null", "{\"number\":}", "{\"a\":1,\"a\":2}", String(repeating: "[", count: 4_000)]
        {
            #expect(try post(visitor, Self.apply, Data(text.utf8)).status == .badRequest, "\(text.prefix(20))")
            #expect(try post(visitor, Self.track, Data(text.utf8), key: nil).status == .badRequest)
        }
        #expect(try post(visitor, Self.apply, Data([0xFF, 0xFE])).status == .badRequest)
        for key in [nil, "", "short", String(repeating: "x", count: 65), "with blank 0123456789"] {
            let response = try post(visitor, Self.apply, Self.application(), key: key)
            #expect(response.status == .badRequest && response.text.contains("Idempotency-Key"))
        }
        for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""] {
            let response = try post(visitor, Self.apply, Self.application(), headers: [("Content-Type", type)])
            #expect(response.status == .unsupportedMediaType, "a page of another site can send only such types")
        }
        #expect(try visitor.fixture.ledger.entries.count() == 0)
    }

    @Test("wrong number and wrong code are one answer; tries are bounded together with those of the page")
    func tries() throws {
        var limits = RequestDeskLimits()
        limits.triesPerAddress = 4
        limits.triesPerNumber = 5
        let visitor = try Visitor(requests: limits)
        let told = try visitor.apply()
        var answers: Set<[UInt8]> = []
        for (number, code) in [(told.number, "22222-22222"), ("office-2025-77", told.code), ("x", "")] {
            let response = try post(visitor, Self.track, ["number": number, "code": code], key: nil)
            #expect(response.status == .forbidden)
            answers.insert(response.body)
        }
        #expect(answers.count == 1)
        for _ in 1...6 { try visitor.open(told.number, told.code) }
        #expect(visitor.targets.last == "/requests/track/case", "only wrong tries count")
        let wrong = try post(visitor, Self.track, ["number": told.number, "code": "22222-33333"], key: nil)
        #expect(wrong.status == .forbidden)
        let over = try post(visitor, Self.track, ["number": told.number, "code": told.code], key: nil)
        #expect(over.status == .tooManyRequests && over.headers["Retry-After"] != nil)
        visitor.address = "198.51.100.7"
        for _ in 0..<3 { _ = try post(visitor, Self.track, ["number": told.number, "code": "2"], key: nil) }
        visitor.address = "198.51.100.8"
        let number = try post(visitor, Self.track, ["number": told.number, "code": told.code], key: nil)
        #expect(number.status == .tooManyRequests, "one number is tried from many addresses")
        let challenge = try #require(try object(number)["challenge"] as? Object)
        #expect(challenge["seconds"] as? Int == 30 && number.headers["Retry-After"] == "30")
        let stamp = try #require(challenge["stamp"] as? String)
        let sent: Object = ["number": told.number, "code": told.code, "challenge": ["stamp": stamp]]
        #expect(try post(visitor, Self.track, sent, key: nil).status == .tooManyRequests)
        visitor.clock.advance(30)
        #expect(try post(visitor, Self.track, sent, key: nil).status == .ok, "the wait lets the right code in")
    }

    @Test(
        "an address that hands in much is told what spares the wait; a proof or the wait lets it go on, then 429 stays")
    func flood() throws {
        var limits = RequestDeskLimits()
        limits.promptApplicationsPerHour = 1
        limits.applicationsPerHour = 3
        limits.proofBits = 8
        let visitor = try Visitor(requests: limits)
        #expect(try post(visitor, Self.apply, Self.application()).status == .created)
        let held = try post(visitor, Self.apply, Self.application(), key: Self.key + "2")
        #expect(held.status == .tooManyRequests && held.headers["Retry-After"] == "30")
        let challenge = try #require(try object(held)["challenge"] as? Object)
        let stamp = try #require(challenge["stamp"] as? String)
        #expect(challenge["bits"] as? Int == 8 && challenge["seconds"] as? Int == 30)
        let proof = try #require((0..<100_000).map(String.init).first { ProofTask.isProof($0, of: stamp, bits: 8) })
        let other = try #require((0..<100_000).map(String.init).first { !ProofTask.isProof($0, of: stamp, bits: 8) })
        for (key, proof) in [(Self.key + "2", other), (Self.key + "3", proof), (Self.key + "2", "-1")] {
            let sent = Self.application { $0["challenge"] = ["stamp": stamp, "proof": proof] }
            #expect(try post(visitor, Self.apply, sent, key: key).status == .tooManyRequests)
        }
        let sent = Self.application { $0["challenge"] = ["stamp": stamp, "proof": proof] }
        #expect(try post(visitor, Self.apply, sent, key: Self.key + "2").status == .created)
        let waiting = try object(post(visitor, Self.apply, Self.application(), key: Self.key + "4"))
        let second = try #require((waiting["challenge"] as? Object)?["stamp"] as? String)
        visitor.clock.advance(30)
        let waited = Self.application { $0["challenge"] = ["stamp": second] }
        #expect(try post(visitor, Self.apply, waited, key: Self.key + "4").status == .created)
        let last = try object(post(visitor, Self.apply, Self.application(), key: Self.key + "5"))
        let third = try #require((last["challenge"] as? Object)?["stamp"] as? String)
        visitor.clock.advance(30)
        let full = Self.application { $0["challenge"] = ["stamp": third] }
        let closed = try post(visitor, Self.apply, full, key: Self.key + "5")
        #expect(closed.status == .tooManyRequests)
        #expect(try object(closed)["challenge"] == nil)
    }

    @Test("without a key of the vault nothing is taken, and other sites' pages are not let in")
    func closed() throws {
        let visitor = try Visitor(key: false)
        for (path, body) in [(Self.apply, Self.application()), (Self.track, ["number": "office-2025-1", "code": "2"])] {
            let response = try post(visitor, path, body)
            #expect(response.status == .unavailable && response.headers["Retry-After"] != nil)
            #expect(response.headers["Content-Type"] == "application/problem+json")
            let options = visitor.fixture.site.respond(
                to: try Request(method: .options, target: path, headers: Headers([("Origin", "https://other.example")]))
            )
            let get = try visitor.fixture.get(path)
            for answer in [options, get] {
                #expect(
                    !answer.headers.fields.contains { $0.name.lowercased().hasPrefix("access-control-") }, "\(path)")
                #expect(answer.headers["Cross-Origin-Resource-Policy"] == "same-origin", "\(path)")
            }
            #expect(options.status == .noContent && options.headers["Allow"] == "POST, OPTIONS")
            #expect(get.status == .methodNotAllowed && get.headers["Allow"] == "POST, OPTIONS")
            #expect(response.headers["Access-Control-Allow-Origin"] == nil)
        }
    }

    @Test("the body of an application may be as large as its files written as text")
    func limit() throws {
        var limits = ApplicationLimits()
        limits.fileBytes = 3_000
        let visitor = try Visitor(limits: limits)
        let site = visitor.fixture.site
        #expect(site.bodyRule(for: .post, path: try RequestPath(Self.apply)).bytes == limits.textFormBytes)
        #expect(limits.textFormBytes * 3 >= limits.formBytes * 4)
        #expect(site.bodyRule(for: .post, path: try RequestPath(Self.track)).bytes == 4_096)
        let large = Data([0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 7, count: 3_000) + [0xFF, 0xD9])
            .base64EncodedString()
        let response = try post(
            visitor, Self.apply,
            Self.application { $0["files"] = [["place": "proof", "name": "大.jpg", "content": large]] })
        #expect(response.status == .unprocessable && response.text.contains("大.jpg"))
    }
}

extension Response {
    /// How many entries one application makes.
    fileprivate var entries: Int { status == .created ? 2 : 0 }
}
