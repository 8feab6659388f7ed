import CivilTime
import Disclosure
import TestSupport
import Testing

/// One subject of any family that is led through its acts, as a service would do it.
struct SubjectSample<Subject: RecordedSubject> {
    let calendar: WorkingCalendar
    let today: Day
    var entries: [Entry<Subject.Act>] = []
    var subject: Subject?
    var remarks: [Finding] = []

    init(today: String = "2026-07-01") throws {
        calendar = try OfficialCalendar.load()
        self.today = try day(today)
    }

    /// Does it; throws what the law says against it.
    @discardableResult
    mutating func run(_ command: some Command<Subject>) throws(Refusal) -> Ruling<Subject.Act> {
        let ruling = try command.decide(on: subject, today: today, calendar: calendar)
        for entry in ruling.entries {
            subject = try Subject.applying(entry, to: subject)
            entries.append(entry)
        }
        remarks += ruling.remarks
        return ruling
    }

    /// The codes of the objections; empty when it is allowed.
    func codes(against command: some Command<Subject>) -> [Finding.Code] {
        do throws(Refusal) {
            _ = try command.decide(on: subject, today: today, calendar: calendar)
            return []
        } catch {
            let errors = error.findings.filter { $0.severity == .error }
            for finding in errors {
                #expect(!finding.message.isEmpty && !finding.remedy.isEmpty, "\(finding)")
            }
            return errors.map(\.code)
        }
    }

    /// Tries it as a property test does: a refusal changes nothing and is no misfit, entries fold to the subject.
    @discardableResult
    mutating func attempt(_ command: some Command<Subject>, _ place: String) throws -> Bool {
        let before = subject
        var isDone = true
        do throws(Refusal) {
            try run(command)
        } catch {
            isDone = false
            #expect(subject == before, "\(place)")
            #expect(!error.findings.isEmpty && error.findings.allSatisfy { !$0.remedy.isEmpty }, "\(place)")
            #expect(!error.findings.contains { $0.code == .actEntryMisfit }, "\(place): \(error)")
        }
        #expect(try Subject(folding: entries) == subject, "\(place)")
        return isDone
    }
}
