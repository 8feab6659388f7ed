import AnnualReport
import DocumentReading
import Foundation
import ReportReading
import Testing
@Suite struct Dump {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DUMP"] != nil)) func dump() throws {
    for path in ProcessInfo.processInfo.environment["DUMP"]!.split(separator: " ") {
      let url = URL(filePath: String(path))
      do {
        let r = try ReportReader.read(try DocumentReader.read(name: url.lastPathComponent, bytes: [UInt8](Data(contentsOf: url))))
        print("==", url.lastPathComponent, "|", r.title, "|", r.agency, "|", r.reportYear as Any, r.form.edition, r.form.isMixed, r.sections.map{"\($0.id.rawValue):\($0.text.count)"}.joined(separator: ","))
        for t in r.form.tables { for row in t.rows where row.kind != .group {
          let cs = t.columns.map { c -> String in let x = r[CellAddress(table: t.id, row: row.id, column: c.id)]!; return x.state == .number ? x.value!.description + (x.unit ?? "") : String(x.state.rawValue.prefix(3)) }
          if cs.allSatisfy({$0 == "abs"}) { continue }
          print("   ", row.id, cs.joined(separator: " "))
        } }
        for n in r.notes { print("   note", n.code, n.message) }
      } catch { print("==", url.lastPathComponent, error) }
    }
  }
}
