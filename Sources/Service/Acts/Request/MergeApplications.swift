internal import Disclosure
internal import Ledger

/// Lets an application go on in another open one of the same applicant.
enum MergeApplications {
    static let definition: ActDefinition = .request(
        .merge, [.needed("day", .day, "日期"), .needed("into", .requestNumber, "并入的申请")]
    ) { (fields, session, number) throws(ActStop) in
        let into = try refusable { () throws(Refusal) in try fields.get("into").requestNumber() }
        guard let target = try session.state(Subject(into)) else {
            throw .refused([.unknownRequest(into, field: "into")])
        }
        let command = try refusable { () throws(Refusal) in Merge(into: target, on: try fields.day()) }
        try session.run(command, on: Subject(number))
    }
}
