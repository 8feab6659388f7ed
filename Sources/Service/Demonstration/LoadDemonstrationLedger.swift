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
        var offices: [(code: String, lines: [(Int, DemonstrationLine)])] = []
        for (number, piece) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !piece.isEmpty else { continue }
            do throws(CanonicalDecodingError) {
                let line = try CanonicalDecoder.decode(DemonstrationLine.self, from: Array(piece.utf8))
                if offices.last?.code != line.agency { offices.append((line.agency, [])) }
                offices[offices.count - 1].lines.append((number + 1, line))
            } catch {
                report("", .refused("第 \(number + 1) 行：\(error.path) \(error.message)"))
                return
            }
        }
        var files: [String: PreparePaper.File] = [:]
        for name in Set(offices.flatMap(\.lines).flatMap { $0.1.files ?? [] }) {
            guard let bytes = file(name) else {
                report("", .refused("演示数据的文件 \(name) 不在，请恢复原文件。"))
                return
            }
            files[name] = PreparePaper.File(name: name, bytes: bytes)
        }
        for office in offices {
            let bodies = DemonstrationBodies(papers: papers, files: files)
            report(office.code, try load(office.code, office.lines, bodies, at: now))
        }
    }

    private func load(
        _ text: String, _ lines: [(Int, DemonstrationLine)], _ bodies: DemonstrationBodies, at now: Moment
    ) throws(ServiceError) -> Outcome {
        let (ledger, calendar) = (ledger, calendar)
        return try inDatabase { () throws(DatabaseError) -> Outcome in
            guard let code = AgencyCode(text), try ledger.offices.office(code: code) != nil else {
                return .unknownOffice
            }
            guard try !ledger.entries.hasCasework(of: code) else { return .known }
            var written: [Int: [Paper]] = [:]
            for (number, line) in lines where line.act == .items {
                do throws(Refusal) { written[number] = try bodies.papers(for: line) } catch {
                    return .refused("第 \(number) 行：" + error.findings.map(\.message).joined(separator: "；"))
                }
            }
            let papers = written
            return try ledger.entries.transact(by: .system, at: now) { (transaction) throws(DatabaseError) in
                var desk = DemonstrationDesk(code, calendar, today: now.utcDay, transaction)
                for (number, line) in lines {
                    do throws(DemonstrationStop) {
                        try desk.perform(line, papers[number] ?? [])
                    } catch {
                        switch error {
                        case .database(let error): throw error
                        case .refused(let why): return .rollBack(.refused("第 \(number) 行：\(why)"))
                        }
                    }
                }
                return .commit(.recorded(acts: desk.acts))
            }
        }
    }
}

/// Why the demonstration goes no further.
enum DemonstrationStop: Error {
    case database(DatabaseError)
    case refused(String)
}
