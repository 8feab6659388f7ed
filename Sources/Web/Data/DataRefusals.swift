internal import HTTPCore
internal import Service

extension SiteContext {
    /// A refusal with its own code: the problem for a program, the page for a person.
    func refuse(_ request: Request, _ problem: APIProblem) -> Response {
        request.prefersJSON ? problem.response(for: request) : refuse(request, problem.status, problem.message)
    }
}

extension APIProblem {
    /// Fields of an address that cannot be understood, with one sentence for all of them.
    static func fields(_ message: String, _ faults: [Fault]) -> APIProblem {
        APIProblem(status: .badRequest, code: "invalid_parameter", message: message, faults: faults)
    }

    /// No report is kept under an address of the site.
    static let noReport = missing("unknown_report", SiteContext.noReport)
}
