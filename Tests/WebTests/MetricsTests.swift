import HTTPCore
import Testing

@testable import Web

@Suite("Numbers about the running server")
struct MetricsTests {
    @Test("they are for programs on this machine unless the operator says otherwise")
    func audience() throws {
        let cases: [(Measurement.Audience, String, Status)] = [
            (.loopback, "127.0.0.1", .ok), (.loopback, "192.0.2.1", .forbidden), (.any, "192.0.2.1", .ok),
            (.off, "127.0.0.1", .notFound),
        ]
        for (audience, address, status) in cases {
            var settings = SiteSettings()
            settings.metrics = audience
            let fixture = try WebFixture(settings: settings)
            defer { fixture.close() }
            let request = try Request(method: .get, target: "/metrics", remoteAddress: address)
            #expect(fixture.site.respond(to: request).status == status, "\(audience) \(address)")
        }
    }

    @Test("the text is what monitors read, and says when the database is gone")
    func text() throws {
        var settings = SiteSettings()
        settings.measure = {
            [
                Measurement(
                    "a_seconds", "Time.", .histogram,
                    [.init(2, suffix: "_bucket", label: ("le", "0.5")), .init(0.25, suffix: "_sum")])
            ]
        }
        let fixture = try WebFixture(settings: settings)
        let request = try Request(method: .get, target: "/metrics", remoteAddress: "127.0.0.1")
        let response = fixture.site.respond(to: request)
        #expect(response.headers["Cache-Control"] == "no-store")
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(text.contains("# TYPE gongkai_up gauge\ngongkai_up 1\n"))
        #expect(text.hasSuffix("# TYPE a_seconds histogram\na_seconds_bucket{le=\"0.5\"} 2\na_seconds_sum 0.25\n"))
        fixture.close()
        let gone = String(decoding: fixture.site.respond(to: request).body, as: UTF8.self)
        #expect(gone.contains("gongkai_up 0\n") && !gone.contains("gongkai_ledger_revision"))
    }
}
