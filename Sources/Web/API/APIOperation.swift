internal import CanonicalJSON
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

    var method = Method.get
    let pattern: RoutePattern
    /// The name by which generated clients call it.
    let id: String
    /// What it gives, in a few words.
    let summary: Sentence
    /// More of it; nil where nothing more is to be said.
    var about: Sentence?
    let parameters: [APIParameter]
    /// What is sent to it; nil for operations that only read.
    var body: APIBody?
    /// The name of the shape of its answer.
    let answer: String
    /// The status of its answer.
    var status = Status.ok
    /// The operation that goes on with its answer, and which members of the answer that one is sent.
    var link: (operation: String, members: [String])?
    /// True where nothing may be kept under the address.
    var mayBeMissing = false
    /// What else may come in the place of an answer.
    var refusals: [(status: Status, about: String)] = []
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

/// What an operation is sent: its shape by name, how many bytes at most, one for the document.
struct APIBody: Sendable {
    let shape: String
    let schema: JSONSchema
    /// How many bytes it may have, by the site.
    let limit: @Sendable (SiteContext) -> Int
    /// Writes an example.
    let example: @Sendable (inout JSONWriter) -> Void

    /// Reads what was sent.
    func read(_ request: Request, limit: Int) throws(APIProblem) -> JSONValue {
        let type = (request.headers["Content-Type"] ?? "").split(separator: ";").first.map(String.init) ?? ""
        guard type.filter({ $0 != " " && $0 != "\t" }).lowercased() == "application/json" else {
            throw APIProblem(
                status: .unsupportedMediaType, code: "unsupported_media_type",
                message: Sentence(
                    "本接口只接受 application/json，请修改请求头 Content-Type。",
                    "This interface takes application/json only. Change the header Content-Type."))
        }
        let value: JSONValue
        do throws(JSONParser.Failure) {
            value = try JSONParser.parse(request.body, limits: JSONLimits(bytes: limit, depth: 8))
        } catch {
            let place = error.offset + 1
            throw .body([
                .init(
                    pointer: "#",
                    message: Sentence("\(error.what)（第\(place)个字节）", "no JSON that can be taken, from byte \(place) on")
                )
            ])
        }
        let faults = schema.faults(in: value)
        guard faults.isEmpty else { throw .body(faults) }
        return value
    }
}

/// A request of a program whose parameters are all as they should be.
struct APIRequest: Sendable {
    private let request: Request
    /// What was sent; null for operations that only read.
    let body: JSONValue

    /// Checks the request against the description; every fault is named at once.
    init(_ request: Request, _ operation: APIOperation, _ site: SiteContext) throws(APIProblem) {
        var faults: [APIProblem.Fault] = []
        for parameter in operation.parameters {
            let values =
                switch parameter.place {
                case .path: [request.parameters[parameter.name]].compactMap { $0 }
                case .query: request.query.all(parameter.name)
                case .header: request.headers.all(parameter.name)
                }
            if let fault = parameter.fault(in: values) {
                faults.append(.init(parameter: parameter.name, message: fault))
            }
        }
        faults += request.query.faults(beside: operation.queryNames)
        guard faults.isEmpty else { throw .parameters(faults) }
        self.request = request
        body =
            try operation.body.map { body throws(APIProblem) in try body.read(request, limit: body.limit(site)) }
            ?? .null
    }

    /// A header.
    func header(_ name: String) -> String { request.headers[name] ?? "" }

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
