import HTTPCore
import Testing

@Suite("Headers with weights")
struct WeightedListTests {
    private func list(_ lines: String...) -> [String] {
        let headers = Headers(lines.map { ("Accept-Language", $0) })
        return WeightedList(headers, "Accept-Language").elements.map { "\($0.name) \($0.weight)" }
    }

    @Test("elements come in the order sent, in lower case, with their weights")
    func elements() {
        #expect(list("EN-gb, zh ; q=0.5", "fr;q=0") == ["en-gb 1.0", "zh 0.5", "fr 0.0"])
        #expect(list("", " , ,") == [] && list(";q=0.1, ;;") == [" 0.1", " 1.0"])
    }

    @Test("a weight that is none counts as 1", arguments: ["x", "", "2", "-1", "nan", "inf"])
    func weights(text: String) {
        #expect(list("en;q=\(text)") == ["en 1.0"])
    }

    @Test(
        "a language is asked for before another by weight, then by place, with its regions",
        arguments: [
            ("en", true), ("en-GB", true), ("en, zh", true), ("zh;q=0.2, en;q=0.3", true), ("de, en;q=0.1", true),
            ("zh, en", false), ("zh, en;q=0.9", false), ("en;q=0", false), ("*", false), ("", false), ("eng", false),
            ("en;q=0.3, zh;q=0.5, en-GB;q=0.9", true),
        ])
    func languages(header: String, isFirst: Bool) throws {
        let request = try Request(method: .get, target: "/", headers: Headers([("Accept-Language", header)]))
        #expect(request.asks(for: "en", before: "zh") == isFirst)
    }
}
