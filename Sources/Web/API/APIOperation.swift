internal import HTTPCore
internal import Markup
internal import Service

/// One address of the interface: its description and its answer stand side by side, so that neither can be without the
/// other.
struct APIOperation: Sendable {
    /// Whatever keeps an operation from answering.
    enum Failure: Error {
        case problem(APIProblem)
        case service(ServiceError)
    }

    let pattern: RoutePattern
    /// The name by which generated clients call it.
    let id: String
    /// What it gives, in a few words of Chinese and English.
    let summary: String
    /// More of it, in Chinese.
    var about = ""
    let parameters: [APIParameter]
    /// The name of the shape of its answer.
    let answer: String
    /// True where nothing may be kept under the address.
    var mayBeMissing = false
    /// Writes the answer.
    let run: @Sendable (SiteContext, APIRequest) throws(Failure) -> APIAnswer

    /// The names of the parameters in the query.
    var queryNames: Set<String> { Set(parameters.filter { $0.place == .query }.map(\.name)) }
}

/// What an operation answers with.
struct APIAnswer: Sendable {
    /// The JSON.
    let body: [UInt8]
    /// The address of the page behind this one; nil on the last.
    var next: String?
}

/// A request of a program whose parameters are all as they should be.
struct APIRequest: Sendable {
    private let request: Request

    /// Checks the request against the description; every fault is named at once.
    init(_ request: Request, _ operation: APIOperation) throws(APIProblem) {
        var faults: [APIProblem.Fault] = []
        for parameter in operation.parameters {
            let values =
                parameter.place == .path
                ? [request.parameters[parameter.name]].compactMap { $0 } : request.query.all(parameter.name)
            if let fault = parameter.fault(in: values) {
                faults.append(.init(parameter: parameter.name, message: fault))
            }
        }
        let known = operation.queryNames
        var said: Set<String> = []
        for field in request.query.fields where !known.contains(field.name) && said.insert(field.name).inserted {
            faults.append(.init(parameter: String(field.name.prefix(40)), message: "没有这个参数"))
        }
        guard faults.isEmpty else { throw .parameters(faults) }
        self.request = request
    }

    /// The value of a parameter.
    subscript(name: String) -> String? { request.parameters[name] ?? request.query[name] }

    /// Where it comes from, as limits count it.
    var address: String { request.remoteAddress }

    /// Every value of a parameter.
    func all(_ name: String) -> [String] { request.query.all(name) }

    /// A whole number.
    func integer(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

    /// Entries on a page.
    var limit: Int { integer("limit") ?? 50 }

    /// The address of the page behind an entry.
    func next(after cursor: String) -> String {
        let fields = request.query.fields.filter { $0.name != "after" }.map { ($0.name, $0.value) }
        return request.path.encoded + "?" + FormFields(fields + [("after", cursor)]).encoded
    }

    /// One page of a list: its entries, and where the next begins.
    ///
    /// - Parameters:
    ///   - entries: at most one more than fit, which tells that there is another page.
    ///   - cursor: names an entry, so that a page can begin behind it.
    ///   - write: writes an entry.
    func page<Entry>(
        _ entries: some Collection<Entry>, cursor: (Entry) -> String, write: (Entry, inout JSONWriter) -> Void
    ) -> APIAnswer {
        let shown = entries.prefix(limit)
        let last = shown.reduce(nil as Entry?) { $1 }
        let next = entries.count > shown.count ? last.map { self.next(after: cursor($0)) } : nil
        var json = JSONWriter(capacity: shown.count * 400 + 100)
        json.object { json in
            json.array("items") { json in for entry in shown { write(entry, &json) } }
            json.member("next", next)
        }
        return APIAnswer(body: json.finish(), next: next)
    }
}

/// Runs a use case; its error becomes that of the operation.
func asked<Answer>(_ work: () throws(ServiceError) -> Answer) throws(APIOperation.Failure) -> Answer {
    do throws(ServiceError) { return try work() } catch { throw .service(error) }
}
