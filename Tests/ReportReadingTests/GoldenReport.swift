import AnnualReport
import DocumentReading
import Foundation
import ReportReading
import Testing

/// A report whose cells were read by eye, and the renderings of it that the reader must read the same.
struct GoldenReport: CustomTestStringConvertible, Sendable {
    var golden: String
    var document: String

    var testDescription: String { document }

    /// The folder of real reports beside the package; nil where it is absent.
    static let shared: URL? = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static let all: [GoldenReport] = [
        .init(golden: "seed_000", document: "seeds/000_d72d8cf55dbf924b.txt"),
        .init(golden: "seed_001", document: "seeds/001_13c26623e78398c9.txt"),
        .init(golden: "seed_002", document: "seeds/002_1484eb1efd592a68.txt"),
        .init(golden: "seed_003", document: "seeds/003_d00a2679fa720ff6.txt"),
        .init(golden: "seed_004", document: "seeds/004_6f73e57e54ca5cf9.txt"),
        .init(golden: "hongze_district_2023", document: "corpus/raw/hongze_district_2023.pymupdf.txt"),
        .init(golden: "hongze_district_2023", document: "corpus/raw/hongze_district_2023.pdfplumber.txt"),
        .init(golden: "hongze_district_2023", document: "corpus/raw/hongze_district_2023.pdflayout.txt"),
        .init(golden: "hongze_district_2023", document: "corpus/raw/hongze_district_2023.pdf"),
        .init(golden: "suqian_city_2023", document: "corpus/raw/suqian_city_2023.comparepdf.txt"),
        .init(golden: "hangzhou_2025_fixture", document: "corpus/raw/hangzhou_2025_fixture.html"),
    ]

    struct Content: Sendable {
        var agency: String
        var year: Int
        var form: String
        var cells: [String: String?]
    }

    func content(in folder: URL) throws -> Content {
        let data = try Data(contentsOf: folder.appending(path: "corpus/golden/\(golden).json"))
        let json = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        let cells = json["cells"] as? [String: Any] ?? [:]
        return Content(
            agency: json["agency"] as? String ?? "", year: json["report_year"] as? Int ?? 0,
            form: json["form"] as? String ?? "", cells: cells.mapValues { $0 as? String })
    }

    func read(in folder: URL) throws -> Report {
        let url = folder.appending(path: document)
        let bytes = [UInt8](try Data(contentsOf: url))
        return try ReportReader.read(try DocumentReader.read(name: url.lastPathComponent, bytes: bytes))
    }

    /// What the golden value is as a number: thousands separators and units taken off.
    static func number(_ printed: String) -> FormNumber? {
        FormNumber(printed.filter { "0123456789.-".contains($0) })
    }
}
