internal import Disclosure
internal import HTTPCore
internal import Markup

/// Why a program got no answer of its own. Source: RFC 9457.
struct APIProblem: Error, Sendable {
    /// One thing that is wrong, at a parameter or in what was sent.
    struct Fault: Sendable {
        /// The parameter; nil where it is in what was sent.
        var parameter: String?
        /// The place in what was sent (RFC 6901, as a fragment); nil at a parameter.
        var pointer: String?
        let message: Sentence
        /// The stable word of the finding, and what to do; nil where only the form is wrong.
        var code: String?
        var remedy: Sentence?
    }

    let status: Status
    /// Stable word for programs.
    let code: String
    /// What happened, in plain words.
    let message: Sentence
    var faults: [Fault] = []
    /// When to come back; nil where that would change nothing.
    var retryAfter: Duration?
    /// What spares the wait.
    var task: ProofTask?

    /// Nothing is kept under an address.
    static func missing(_ code: String, _ message: Sentence) -> APIProblem {
        APIProblem(status: .notFound, code: code, message: message)
    }

    /// Parameters are wrong.
    static func parameters(_ faults: [Fault]) -> APIProblem {
        all(faults, "invalid_parameter") { fault in
            let name = fault.parameter ?? ""
            return Sentence("参数 \(name)", "Parameter \(name)")
        }
    }

    /// What was sent is wrong.
    static func body(_ faults: [Fault]) -> APIProblem {
        all(faults, "invalid_body") { fault in Sentence(fault.pointer ?? "#", fault.pointer ?? "#") }
    }

    /// Every fault in one sentence, each behind its place.
    private static func all(_ faults: [Fault], _ code: String, place: (Fault) -> Sentence) -> APIProblem {
        let told = faults.map { fault -> Sentence in
            let place = place(fault)
            return Sentence(
                chinese: "\(place.chinese)：\(fault.message.chinese)。",
                english: fault.message.english.map { "\(place.english ?? ""): \($0)." })
        }
        return APIProblem(status: .badRequest, code: code, message: .joined(told), faults: faults)
    }

    /// What was sent can be understood and cannot be done: the findings that a page shows beside its fields.
    ///
    /// - Parameter pointer: where what a finding is about stands in what was sent.
    static func findings(_ findings: [Finding], pointer: (Finding) -> String) -> APIProblem {
        APIProblem(
            status: .unprocessable, code: "refused",
            message: .joined(findings.map { Sentence(chinese: $0.text, english: Sentence($0).english) }),
            faults: findings.map {
                Fault(
                    pointer: pointer($0), message: Sentence(chinese: $0.message, english: $0.english?.message),
                    code: $0.code.rawValue, remedy: Sentence(chinese: $0.remedy, english: $0.english?.remedy))
            })
    }

    /// Too much in a short time.
    static func tooMany(
        _ message: Sentence = Sentence("短时间内的请求太多，请过一会儿再试。", "Too many requests in a short time. Try again later."),
        retryAfter wait: Duration
    ) -> APIProblem {
        APIProblem(
            status: .tooManyRequests, code: "too_many_requests", message: message, retryAfter: wait)
    }

    /// Fields of an address that cannot be understood, with one sentence for all of them.
    static func fields(_ message: Sentence, _ faults: [Fault]) -> APIProblem {
        APIProblem(
            status: .badRequest, code: "invalid_parameter", message: message, faults: faults)
    }

    /// Something must be proved or waited for first.
    static func challenge(_ task: ProofTask, _ message: Sentence? = nil) -> APIProblem {
        let wait = Duration.seconds(task.seconds - 1)
        var problem = message.map { tooMany($0, retryAfter: wait) } ?? tooMany(retryAfter: wait)
        problem.task = task
        return problem
    }

    /// The answer; its sentences are English where the client asks for that language first, all of them or none.
    func response(for request: Request) -> Response {
        let isEnglish = request.isToldInEnglish && hasEnglish
        let t = Wording(isEnglish: isEnglish)
        var json = JSONWriter()
        json.object { json in
            json.member("type", "about:blank")
            json.member("title", status.reason)
            json.member("status", status.code)
            json.member("detail", message.text(t))
            json.member("code", code)
            if !request.id.isEmpty { json.member("request_id", request.id) }
            if !faults.isEmpty {
                json.array("errors") { json in
                    for fault in faults {
                        json.object { json in
                            if let parameter = fault.parameter { json.member("parameter", parameter) }
                            if let pointer = fault.pointer { json.member("pointer", pointer) }
                            if let code = fault.code { json.member("code", code) }
                            json.member("detail", fault.message.text(t))
                            if let remedy = fault.remedy { json.member("remedy", remedy.text(t)) }
                        }
                    }
                }
            }
            if let task {
                json.object("challenge") { json in
                    json.member("stamp", task.stamp)
                    json.member("bits", task.bits)
                    json.member("seconds", task.seconds)
                }
            }
        }
        let response = Response(json.finish(), type: .problem, status: status).cached(.never)
            .told(inEnglish: isEnglish)
        return retryAfter.map { response.retrying(after: $0) } ?? response
    }

    private var hasEnglish: Bool {
        message.english != nil
            && faults.allSatisfy { $0.message.english != nil && ($0.remedy.map { $0.english != nil } ?? true) }
    }
}

extension FormFields {
    /// A fault for each name that is none of those known; a mistyped filter would give too much.
    func faults(beside known: Set<String>) -> [APIProblem.Fault] {
        var said: Set<String> = []
        return fields.filter { !known.contains($0.name) && said.insert($0.name).inserted }.map {
            APIProblem.Fault(
                parameter: String($0.name.prefix(40)), message: Sentence("没有这个参数", "there is no such parameter"))
        }
    }
}
