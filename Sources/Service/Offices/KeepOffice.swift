internal import CanonicalJSON
internal import CivilTime
internal import Database
public import Disclosure
public import Ledger

/// The short form of entering an office: founds it, or puts right what is recorded of it.
///
/// What is not given of an office that is known stays as it is. What is the same already, is recorded no second time.
public struct KeepOffice: Sendable {
    let acts: PerformActs

    /// The use case, which does its acts as every caller's are done.
    public init(_ acts: PerformActs) { self.acts = acts }

    /// Enters an office.
    ///
    /// - Parameters:
    ///   - office: its particulars; without a first day it is entered as standing already.
    ///   - kind: what kind of office it is, where it is founded; nil where nobody said.
    ///   - caller: who acts; for the office itself unless told.
    /// - Returns: what was recorded, nothing where all of it was known.
    public func run(
        _ office: Office, kind: OfficeKind? = nil, by caller: PerformActs.Caller, at now: Moment
    ) throws(ServiceError) -> PerformActs.Outcome {
        var caller = caller
        caller.agency = caller.agency ?? office.code.text
        let known = try inDatabase { () throws(DatabaseError) -> Office? in
            guard let kept = try acts.ledger.offices.office(code: office.code),
                let reference = AgencyReference(kept.code.text),
                try acts.ledger.entries.state(of: Subject<OfficeAct>(reference), office: kept.code)?.value != nil
            else { return nil }
            return kept
        }
        guard let kept = known else {
            var fields = Self.fields(of: office, since: "day").members ?? []
            if let kind { fields.append(.init(name: "kind", value: .string(kind.rawValue))) }
            return try acts.run(
                [ActDocument("office.found", on: office.code.text, fields: .object(fields))], by: caller, at: now)
        }
        var wanted = office
        wanted.code = kept.code
        wanted.shortName = office.shortName ?? kept.shortName
        wanted.region = office.region ?? kept.region
        wanted.parent = office.parent ?? kept.parent
        wanted.since = office.since ?? kept.since
        wanted.until = kept.until
        guard wanted != kept else { return .recorded([]) }
        var fields = Self.fields(of: wanted, since: "founded").members ?? []
        fields.append(.init(name: "day", value: .string(now.beijingDay.description)))
        fields.append(.init(name: "reasons", value: .string("登记的内容有误或者不全")))
        return try acts.run(
            [ActDocument("office.correct", on: kept.code.text, fields: .object(fields))], by: caller, at: now)
    }

    private static func fields(of office: Office, since: String) -> JSONValue {
        let values: [(String, String?)] = [
            ("name", office.fullName.text), ("short", office.shortName?.text), ("region", office.region?.text),
            ("parent", office.parent?.text), (since, office.since?.description),
        ]
        return .object(
            values.compactMap { name, text in text.map { JSONValue.Member(name: name, value: .string($0)) } })
    }
}
