import CivilTime
import Disclosure
import Foundation
import HTTPCore
import Ledger
import Service
import TestSupport
import Testing
import Web

/// What is refused is refused in the shape that the document describes, with nothing beside it.
@Suite("The shape of a problem")
struct ProblemShapeTests {
    private typealias Object = [String: Any]

    private func object(_ response: Response) throws -> Object {
        try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? Object)
    }

    /// Holds an answer against the document of its site.
    private func isAsDescribed(
        _ response: Response, _ fixture: WebFixture, _ status: Status, _ code: String, members: Set<String> = []
    ) throws {
        #expect(response.status == status && response.headers["Content-Type"] == "application/problem+json")
        let components = try #require(try object(try fixture.get("/openapi.json"))["components"] as? Object)
        let check = ShapeCheck(shapes: try #require(components["schemas"] as? Object))
        let problem = try object(response)
        #expect(check.faults(of: problem, as: "Problem") == [], "\(response.text)")
        #expect(problem["code"] as? String == code && members.isSubset(of: problem.keys), "\(response.text)")
    }

    private func post(_ visitor: Visitor, _ path: String, _ body: Object, type: String = "application/json") throws
        -> Response
    {
        let headers = Headers([("Content-Type", type), ("Idempotency-Key", "test-key-\(body.count)-0123456789")])
        return visitor.fixture.site.respond(
            to: try Request(
                method: .post, target: path, headers: headers,
                body: [UInt8](try JSONSerialization.data(withJSONObject: body)), remoteAddress: visitor.address,
                id: "test-3"))
    }

    @Test("wrong parameters, unknown addresses, methods and types are refused in the shape of the document")
    func reading() throws {
        let fixture = try WebFixture.shared.get()
        try isAsDescribed(
            fixture.get("/api/v1/reports?year=1999&state=x&page=2"), fixture, .badRequest, "invalid_parameter",
            members: ["errors", "request_id"])
        for (target, code) in [
            ("offices/nobody", "unknown_office"), ("items/nobody.x", "unknown_item"), ("nothing", "not_found"),
        ] {
            try isAsDescribed(
                fixture.get("/api/v1/\(target)"), fixture, .notFound, code, members: ["request_id"])
        }
        try isAsDescribed(
            fixture.get("/api/v1/offices", headers: [("Accept", "text/html")]), fixture, .notAcceptable,
            "not_acceptable")
        let put = fixture.site.respond(to: try Request(method: .put, target: "/api/v1/offices"))
        try isAsDescribed(put, fixture, .methodNotAllowed, "method_not_allowed")
    }

    @Test("an item that was taken back is refused in the shape of the document")
    func withdrawn() throws {
        let fixture = try WebFixture.working(SiteSettings())
        let acts = PerformActs(ledger: fixture.ledger, calendar: try OfficialCalendar.load(), vault: nil)
        let outcome = try LoadActs(acts).run(
            Array(#"{"act":"item.withdraw","subject":"xz-6-1","day":"2026-01-08","reasons":"测试撤回"}"#.utf8),
            by: .init(agency: "xiangzhi", actor: "o-1", role: "officer"), at: WebFixture.now)
        if case .refused(let problems) = outcome {
            Issue.record("\(problems.flatMap(\.findings).map(\.message))")
        }
        try isAsDescribed(fixture.get("/api/v1/items/xiangzhi.xz-6-1"), fixture, .gone, "withdrawn_item")
    }

    @Test("what a program sends wrongly, or too often, is refused in the shape of the document, the way out with it")
    func sending() throws {
        var limits = RequestDeskLimits()
        limits.promptApplicationsPerHour = 1
        limits.proofBits = 8
        let visitor = try Visitor(requests: limits)
        let (fixture, path) = (visitor.fixture, "/api/v1/requests")
        let document = try object(try fixture.get("/openapi.json"))
        let operation = ((document["paths"] as? Object)?[path] as? Object)?["post"] as? Object
        let content = (operation?["requestBody"] as? Object)?["content"] as? Object
        var sent = try #require((content?["application/json"] as? Object)?["example"] as? Object)
        sent["office"] = "office"
        try isAsDescribed(
            post(visitor, path, ["office": 1]), fixture, .badRequest, "invalid_body", members: ["errors"])
        try isAsDescribed(
            post(visitor, path, sent, type: "text/plain"), fixture, .unsupportedMediaType, "unsupported_media_type")
        var lacking = sent
        lacking["name"] = ""
        try isAsDescribed(post(visitor, path, lacking), fixture, .unprocessable, "refused", members: ["errors"])
        try isAsDescribed(
            post(visitor, path + "/track", ["number": "office-2025-7", "code": "22222-22222"]), fixture, .forbidden,
            "track.wrong")
        let first = try post(visitor, path, sent)
        #expect(first.status == .created, "\(first.text)")
        sent["postcode"] = "000000"
        try isAsDescribed(
            post(visitor, path, sent), fixture, .tooManyRequests, "too_many_requests", members: ["challenge"])
    }
}
