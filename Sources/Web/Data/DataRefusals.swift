internal import HTTPCore
internal import Service

extension SiteContext {
    /// A refusal with its own code: the problem for a program, the page for a person.
    func refuse(_ request: Request, _ problem: APIProblem) -> Response {
        request.prefersJSON ? problem.response(for: request) : refuse(request, problem.status, problem.message)
    }

    /// A handler of a download that is refused where its address has a field that it does not know.
    ///
    /// - Parameter known: the fields beside `lang`, which every address of the site takes.
    func knowing(
        _ known: [String], _ answer: @escaping @Sendable (Request) -> Response
    ) -> @Sendable (Request) -> Response {
        let known = known + ["lang"]
        let names = Set(known)
        return { request in
            let faults = request.query.faults(beside: names)
            guard !faults.isEmpty else { return answer(request) }
            // What a stranger called a field is not repeated on a page.
            return refuse(
                request,
                .fields(
                    Sentence(
                        "网址中有不认识的参数；可以有：\(known.joined(separator: "、"))。",
                        "The address has parameters that are not known; these can be there: \(known.joined(separator: ", "))."
                    ),
                    faults))
        }
    }
}

extension APIProblem {
    /// No report is kept under an address of the site.
    static let noReport = missing("unknown_report", SiteContext.noReport)
}
