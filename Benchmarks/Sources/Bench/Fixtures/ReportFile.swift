internal import AnnualReport

/// One report of the reading benchmark.
struct ReportFile {
    /// The name of the file.
    let name: String
    /// The group it is counted in: a layout, or `demo`.
    let group: String
    /// Its bytes.
    let bytes: [UInt8]
    /// What its cells print, by address; nil where only the two readers can be compared.
    let truth: [String: String]?

    /// The demonstration report in plain text and invented reports in every layout and edition.
    static func all(root: String, each: Int) throws(BenchFailure) -> [ReportFile] {
        let demo = "quanzhou-digital-2019.txt"
        guard let bytes = TextFile.bytes("\(root)/Resources/demo/\(demo)") else {
            throw BenchFailure("Resources/demo/\(demo) is missing")
        }
        var files = [ReportFile(name: demo, group: "demo", bytes: bytes, truth: nil)]
        for layout in TextLayout.allCases {
            for edition in FormEdition.allCases {
                for seed in 0..<each {
                    let report = InventedReport(edition, seed: UInt64(seed))
                    var truth: [String: String] = [:]
                    for (cell, text) in zip(report.form.cells, report.printed) {
                        truth[cell.address.description] = text
                    }
                    files.append(
                        ReportFile(
                            name: "\(layout.rawValue)-\(edition.rawValue)-\(seed).txt", group: layout.rawValue,
                            bytes: Array(ReportText.write(report, layout).utf8), truth: truth))
                }
            }
        }
        return files
    }
}
