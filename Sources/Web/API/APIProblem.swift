internal import HTTPCore
internal import Markup

/// Why a program got no answer of its own. Source: RFC 9457.
struct APIProblem: Error, Sendable {
    /// One thing that is wrong, at a parameter.
    struct Fault: Sendable {
        let parameter: String
        let message: String
    }

    let status: Status
    /// Stable word for programs.
    let code: String
    /// One plain Chinese sentence.
    let message: String
    var faults: [Fault] = []
    /// In how many seconds to come again; nil where that does not help.
    var retryAfter: Int?

    /// One address asks too much.
    static func tooMany(_ message: String, seconds: Int) -> APIProblem {
        APIProblem(status: .tooManyRequests, code: "too_many_requests", message: message, retryAfter: seconds)
    }

    /// Nothing is kept under an address.
    static func missing(_ code: String, _ message: String) -> APIProblem {
        APIProblem(status: .notFound, code: code, message: message)
    }

    /// Parameters are wrong.
    static func parameters(_ faults: [Fault]) -> APIProblem {
        APIProblem(
            status: .badRequest, code: "invalid_parameter",
            message: faults.map { "参数 \($0.parameter)：\($0.message)。" }.joined(), faults: faults)
    }

    /// The answer.
    func response(for request: Request) -> Response {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "about:blank")
            json.member("title", status.reason)
            json.member("status", status.code)
            json.member("detail", message)
            json.member("code", code)
            if !request.id.isEmpty { json.member("request_id", request.id) }
            if !faults.isEmpty {
                json.array("errors") { json in
                    for fault in faults {
                        json.object { json in
                            json.member("parameter", fault.parameter)
                            json.member("detail", fault.message)
                        }
                    }
                }
            }
        }
        let response = Response(json.finish(), type: .problem, status: status).cached(.never)
        return retryAfter.map { response.setting("Retry-After", "\($0)") } ?? response
    }
}
