import Disclosure
import Foundation
import TestSupport
import Testing

@Suite("the page of entry kinds")
struct EntriesPageTests {
    /// A row of the table: the kind, its fields, those of them that may be missing.
    struct Row {
        let kind: String
        let fields: [String]
        let optional: Set<String>
    }

    static func rows() throws -> [Row] {
        let file = TestEnvironment.packageFolder.appending(path: "docs/entries.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| `") }
        return lines.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let names = cells[1].split(separator: ",").map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
            }
            let bare = names.map { $0.replacing("?", with: "") }
            return Row(
                kind: cells[0].trimmingCharacters(in: CharacterSet(charactersIn: "`")), fields: bare,
                optional: Set(zip(names, bare).filter { $0.0 != $0.1 }.map(\.1)))
        }
    }

    /// The kinds of one family in the order of the code, checked line by line against the golden entries.
    private func check<Act: RecordedAct>(_ type: Act.Type, _ family: String, _ rows: [String: Row]) throws -> [String] {
        let file = TestEnvironment.packageFolder.appending(path: "Tests/DisclosureTests/Golden/\(family)-entries.jsonl")
        var seen: Set<String> = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let entry = try JSONDecoder().decode(Entry<Act>.self, from: Data(line.utf8))
            let kind = entry.kind.rawValue
            #expect(kind.hasPrefix("\(family)."), "\(kind)")
            seen.insert(kind)
            let row = try #require(rows[kind], "\(kind) is not in docs/entries.md")
            let stored = Mirror(reflecting: entry.act.payload).children.count
            #expect(row.fields.count == stored, "\(kind): the payload has \(stored) fields")
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let payload = try #require(object["payload"] as? [String: Any])
            let written = Set(payload.keys)
            #expect(written.isSubset(of: row.fields), "\(kind): \(written.subtracting(row.fields))")
            let needed = Set(row.fields).subtracting(row.optional)
            #expect(needed.isSubset(of: written), "\(kind): \(needed.subtracting(written))")
        }
        let all = Act.Kind.allCases.map(\.rawValue)
        #expect(seen == Set(all), "\(family): kinds without a golden entry")
        return all
    }

    @Test("it names every kind once, in the order of the code, with the fields of its payload")
    func page() throws {
        let rows = try Self.rows()
        let byKind = Dictionary(rows.map { ($0.kind, $0) }) { first, _ in first }
        #expect(byKind.count == rows.count)
        var kinds = try check(RequestAct.self, "request", byKind)
        kinds += try check(ItemAct.self, "item", byKind)
        kinds += try check(HandoverAct.self, "handover", byKind)
        kinds += try check(AppealAct.self, "appeal", byKind)
        kinds += try check(SupervisionAct.self, "supervision", byKind)
        kinds += try check(LeadingGroupAct.self, "group", byKind)
        kinds += try check(FigureAct.self, "figure", byKind)
        kinds += try check(NormativeAct.self, "normative", byKind)
        kinds += try check(OfficeAct.self, "office", byKind)
        kinds += try check(AdjustmentAct.self, "adjustment", byKind)
        kinds += try check(GuideAct.self, "guide", byKind)
        kinds += try check(MatterAct.self, "matter", byKind)
        kinds += try check(CategoryAct.self, "category", byKind)
        kinds += try check(PersonAct.self, "person", byKind)
        kinds += try check(ExchangeAct.self, "exchange", byKind)
        #expect(rows.map(\.kind) == kinds)
        #expect(Set(kinds).count == kinds.count)
    }

    @Test("no family of acts is left out of the page and of this test")
    func families() throws {
        let folder = TestEnvironment.packageFolder.appending(path: "Sources/Disclosure")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var found: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            where line.hasPrefix("        case ") && line.hasSuffix("\"") {
                let name = line.split(separator: "\"").last ?? ""
                // Kinds have a dot and a family that has a golden file; other raw values have none.
                if let dot = name.firstIndex(of: "."), file.lastPathComponent.contains("Act") {
                    found.insert(String(name[..<dot]))
                }
            }
        }
        let listed = Set(try Self.rows().map { $0.kind.prefix { $0 != "." } }.map(String.init))
        #expect(found == listed)
    }
}
