internal import CanonicalJSON
public import CivilTime
internal import Database
internal import Disclosure
public import Ledger

/// Records what the demonstration offices did in their years, entry by entry, so that their reports can be compiled.
///
/// The figures are those that the offices published; titles and persons are invented and say so.
public struct LoadDemonstrationLedger: Sendable {
    let ledger: Ledger
    let calendar: WorkingCalendar
    let papers: PreparePaper
    let file: @Sendable (String) -> [UInt8]?

    /// What came of one office.
    public enum Outcome: Sendable, Hashable {
        /// So many acts were recorded.
        case recorded(acts: Int)
        /// The office has entries of its work already; nothing was changed.
        case known
        /// No office has the code.
        case unknownOffice
        /// A line does not fit, in Chinese; nothing of the office was recorded.
        case refused(String)
    }

    /// The use case over a ledger.
    ///
    /// - Parameters:
    ///   - papers: makes the bodies of items, and reads their files.
    ///   - file: the bytes of a file in the folder of the demonstration; nil where it is missing.
    public init(
        ledger: Ledger, calendar: WorkingCalendar, papers: PreparePaper,
        file: @escaping @Sendable (String) -> [UInt8]?
    ) {
        self.ledger = ledger
        self.calendar = calendar
        self.papers = papers
        self.file = file
    }

    /// Records the acts of a text, one JSON object a line, office by office; each office in one transaction.
    ///
    /// - Parameters:
    ///   - text: the lines; those of an office follow one another in the order of the acts.
    ///   - now: when they are recorded.
    ///   - report: told what came of each office, by its code.
    public func run(
        _ text: String, at now: Moment, report: (String, Outcome) -> Void
    ) throws(ServiceError) {
        var offices: [Office] = []
        for (index, piece) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !piece.isEmpty {
            do throws(Refusal) {
                try Self.take(Array(piece.utf8), line: index + 1, into: &offices)
            } catch {
                report("", .refused("第 \(index + 1) 行：" + error.findings.map(\.text).joined(separator: "；")))
                return
            }
        }
        for office in offices { report(office.code, try load(office, at: now)) }
    }

    /// The acts of one office, and the line from which each comes.
    private struct Office {
        let code: String
        var script = DemonstrationScript()
        var lines: [Int] = []
    }

    /// Writes one line out; a name with a dot is that of an act itself.
    private static func take(_ bytes: [UInt8], line: Int, into offices: inout [Office]) throws(Refusal) {
        let document = try ActDocument(parsing: bytes)
        let code = document.agency ?? ""
        if offices.last?.code != code { offices.append(Office(code: code)) }
        let last = offices.count - 1
        if document.act.contains(".") {
            offices[last].script.add(document)
        } else {
            let series: DemonstrationLine
            do throws(CanonicalDecodingError) {
                series = try CanonicalDecoder.decode(DemonstrationLine.self, from: bytes)
            } catch {
                throw Refusal(wrong("\(error.path) \(error.message)"))
            }
            do throws(DemonstrationScript.Fault) { try offices[last].script.add(series) } catch {
                throw Refusal(wrong("缺少或者写错了 \(error.field)"))
            }
        }
        let missing = offices[last].script.acts.count - offices[last].lines.count
        offices[last].lines += repeatElement(line, count: missing)
    }

    private static func wrong(_ message: String) -> Finding {
        Finding(.valueForm, .error, message, remedy: "请恢复演示数据的原文件。")
    }

    private func load(_ office: Office, at now: Moment) throws(ServiceError) -> Outcome {
        let isKnown = try inDatabase { () throws(DatabaseError) -> Bool? in
            guard let code = AgencyCode(office.code), try ledger.offices.office(code: code) != nil else { return nil }
            return try ledger.entries.hasCasework(of: code)
        }
        guard let isKnown else { return .unknownOffice }
        guard !isKnown else { return .known }
        let file = file
        var acts = PerformActs(ledger: ledger, calendar: calendar, vault: nil)
        acts.bodies = WrittenBodies(prepare: papers) { name throws(Refusal) in
            guard let bytes = file(name) else { throw Refusal(Self.wrong("演示数据的文件 \(name) 不在。")) }
            return PreparePaper.File(name: name, bytes: bytes)
        }
        let caller = PerformActs.Caller(
            agency: office.code, actor: DemonstrationScript.handler, role: Role.officer.rawValue)
        switch try acts.run(office.script.acts, by: caller, at: now) {
        case .recorded(let done): return .recorded(acts: done.count)
        case .refused(let problems):
            let first = problems.first.map { "第 \(office.lines[$0.place - 1]) 行：\($0.act ?? "")：" } ?? ""
            return .refused(first + (problems.first?.findings.map(\.text).joined(separator: "；") ?? ""))
        }
    }
}
