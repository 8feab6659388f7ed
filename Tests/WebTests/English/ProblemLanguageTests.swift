import Foundation
import HTTPCore
import Service
import TestSupport
import Testing
import Web

@Suite("The language of problems")
struct ProblemLanguageTests {
    private typealias Object = [String: Any]

    /// The sentences of a problem: its own, and those of its faults.
    private func sentences(_ response: Response) throws -> [String] {
        let problem = try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? Object)
        let faults = problem["errors"] as? [Object] ?? []
        var sentences = [try #require(problem["detail"] as? String)]
        for fault in faults { sentences += ["detail", "remedy"].compactMap { fault[$0] as? String } }
        return sentences
    }

    /// Holds a problem against the language that was asked for.
    private func expect(
        _ response: Response, english: Bool, _ name: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        #expect(response.status.code >= 400, "\(name)", sourceLocation: location)
        #expect(response.headers["Content-Language"] == (english ? "en" : "zh-CN"), "\(name)", sourceLocation: location)
        #expect(response.headers["Vary"]?.contains("Accept-Language") == true, "\(name)", sourceLocation: location)
        for sentence in try sentences(response) {
            #expect(
                SpokenText.chinese(sentence).isEmpty == english, "\(name): \(sentence)", sourceLocation: location)
        }
    }

    @Test(
        "Chinese is the language of the interface; English where it is asked for first",
        arguments: [
            (nil, false), ("", false), ("*", false), ("fr", false), ("zh-CN,zh;q=0.9,en;q=0.8", false),
            ("en;q=0.5, zh;q=0.8", false), ("zh, en", false), ("en;q=0", false), ("english", false),
            ("en", true), ("en-US,en;q=0.9,zh-CN;q=0.8", true), ("fr, en;q=0.1", true), ("EN-gb", true),
            ("en;q=0.7, zh;q=0.7", true), ("zh;q=0.1, en;q=0.2", true),
        ] as [(String?, Bool)])
    func negotiated(header: String?, isEnglish: Bool) throws {
        let fixture = try WebFixture.shared.get()
        let headers = header.map { [("Accept-Language", $0)] } ?? []
        for target in [
            "/api/v1/offices?limit=0", "/api/v1/offices/nobody", "/api/v1/nowhere", "/explore/all.json?year=x",
        ] {
            try expect(try fixture.get(target, headers: headers), english: isEnglish, "\(target) \(header ?? "-")")
        }
    }

    @Test("what the address or the cookie of a person chooses counts before the header")
    func chosen() throws {
        let fixture = try WebFixture.shared.get()
        let (english, chinese) = ([("Accept-Language", "en")], [("Accept-Language", "zh")])
        try expect(fixture.get("/explore.json?x=1&lang=en", headers: chinese), english: true, "address")
        try expect(fixture.get("/explore.json?x=1&lang=zh", headers: english), english: false, "address")
        try expect(
            fixture.get("/explore.json?x=1", cookies: ["lang=en"], headers: chinese), english: true, "cookie")
    }

    /// Every operation of the document, with its path filled in by the examples of its parameters.
    private func operations() throws -> [(path: String, method: String, target: String, parameters: [Object])] {
        let document = try WebFixture.shared.get().get("/openapi.json")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(document.body)) as? Object)
        let paths = try #require(root["paths"] as? [String: [String: Object]])
        return paths.flatMap { path, methods in
            methods.map { method, operation in
                let parameters = operation["parameters"] as? [Object] ?? []
                return (path, method, filled(path, parameters), parameters)
            }
        }
    }

    /// A path with the examples of its parameters in their places.
    private func filled(_ path: String, _ parameters: [Object]) -> String {
        parameters.reduce(path) { path, parameter in
            path.replacing("{\(parameter["name"] ?? "")}", with: "\(parameter["example"] ?? "")")
        }
    }

    private func example(_ parameter: Object) -> String {
        let value = (parameter["example"] as? [Any])?.first ?? parameter["example"] ?? ""
        return PercentEncoding.encode("\(value)")
    }

    @Test("every parameter of every operation that is wrong, missing, doubled or unknown is told of in both languages")
    func parameters() throws {
        let fixture = try WebFixture.shared.get()
        var told = 0
        for operation in try operations() where operation.method == "get" {
            let query = operation.parameters.filter { $0["in"] as? String == "query" }
            let needed = query.filter { $0["required"] as? Bool == true }
            let rest = needed.map { "\($0["name"] ?? "")=\(example($0))" }
            var targets = [operation.target + "?" + (rest + ["nothing=1"]).joined(separator: "&")]
            for parameter in query {
                let name = "\(parameter["name"] ?? "")"
                let others = rest.filter { !$0.hasPrefix("\(name)=") }
                targets += ["=%21%0A", "=!&\(name)=!", "=" + String(repeating: "x", count: 300)].map {
                    operation.target + "?" + (others + [name + $0]).joined(separator: "&")
                }
                if !others.contains(where: { $0.hasPrefix(name) }), parameter["required"] as? Bool == true {
                    targets.append(operation.target + "?" + others.joined(separator: "&"))
                    let most = ((parameter["schema"] as? Object)?["maxItems"] as? Int) ?? 1
                    let many = Array(repeating: "\(name)=\(example(parameter))", count: most + 1)
                    targets.append(operation.target + "?" + (others + many).joined(separator: "&"))
                }
            }
            for parameter in operation.parameters where parameter["in"] as? String == "path" {
                let wrong = operation.path.replacing("{\(parameter["name"] ?? "")}", with: "!")
                targets.append(filled(wrong, operation.parameters))
            }
            for target in targets {
                for isEnglish in [true, false] {
                    let response = try fixture.get(target, headers: [("Accept-Language", isEnglish ? "en" : "zh")])
                    try expect(response, english: isEnglish, target)
                    told += 1
                }
            }
        }
        #expect(told > 100)
    }

    @Test("what is wrong in an application that a program sends is told in both languages")
    func sent() throws {
        let visitor = try Visitor()
        func post(_ path: String, _ body: String, _ language: String, _ headers: [(String, String)]) throws -> Response
        {
            visitor.fixture.site.respond(
                to: try Request(
                    method: .post, target: path, headers: Headers(headers + [("Accept-Language", language)]),
                    body: Array(body.utf8), remoteAddress: visitor.address, id: "test-4"))
        }
        let json = ("Content-Type", "application/json")
        let key = ("Idempotency-Key", "test-key-0123456789-abcdef")
        let whole =
            #""applicant_type":"natural_person","name":"A","phone":"1","matter":"x","medium":"electronic","delivery":"internet""#
        let bodies: [(String, String, [(String, String)])] = [
            ("/api/v1/requests", "{}", [json]), ("/api/v1/requests", "{}", [("Content-Type", "text/plain"), key]),
            ("/api/v1/requests", "{", [json, key]), ("/api/v1/requests", "[]", [json, key]),
            ("/api/v1/requests", "{}", [json, key]), ("/api/v1/requests", "{\"office\":1,\"x\":2}", [json, key]),
            ("/api/v1/requests", "{\"office\":\"!\",\"medium\":\"stone\",\"files\":1,\(whole)}", [json, key]),
            (
                "/api/v1/requests", "{\"office\":\"office\",\"files\":[{\"place\":\"x\"}],\"name\":\"\\u0001\"}",
                [json, key]
            ),
            ("/api/v1/requests", "{\"office\":\"nobody\",\(whole)}", [json, key]),
            ("/api/v1/requests/track", "{\"number\":\"office-2025-7\",\"code\":\"22222-22222\"}", [json]),
            ("/api/v1/requests/track", "{\"number\":\"\(String(repeating: "9", count: 200))\"}", [json]),
        ]
        for (path, body, headers) in bodies {
            for isEnglish in [true, false] {
                let response = try post(path, body, isEnglish ? "en" : "zh", headers)
                try expect(response, english: isEnglish, "\(body) \(response.text)")
            }
        }
    }

    @Test("the document says in which language problems are told")
    func described() throws {
        let document = try WebFixture.shared.get().get("/openapi.json").text
        #expect(document.contains("Accept-Language") && document.contains("\"Content-Language\""))
        #expect(!document.contains("in Chinese"))
    }
}
