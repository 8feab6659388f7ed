/// All benchmarks, one after the other, and their table.
struct BenchRun {
    private let setting: BenchSetting
    private let only: String?

    init(_ setting: BenchSetting, only: String?) {
        self.setting = setting
        self.only = only
    }

    /// Runs them; 0 when every goal is kept, 1 when one is missed, 2 when the run itself failed.
    func run() -> Int32 {
        guard let text = TextFile.read("\(setting.root)/Benchmarks/thresholds.tsv"),
            let thresholds = try? Threshold.parse(text)
        else {
            print("Benchmarks/thresholds.tsv cannot be read")
            return 2
        }
        var measures: [Measure] = []
        var missing: [String: String] = [:]
        let parts: [(prefix: String, run: () throws(BenchFailure) -> [Measure])] = [
            ("read", { () throws(BenchFailure) in try ReadingBench(setting).run() }),
            ("pdf", { () throws(BenchFailure) in try DocumentBench(setting).run() }),
            ("ledger", { () throws(BenchFailure) in try LedgerBench(setting).run() }),
            ("search", { () throws(BenchFailure) in try SearchBench(setting).run() }),
            ("serve", { () throws(BenchFailure) in try ServingBench(setting).run() }),
        ]
        for (prefix, run) in parts where only == nil || only == prefix {
            do {
                measures += try run()
            } catch {
                for threshold in thresholds where Self.part(of: threshold.name) == prefix {
                    missing[threshold.name] = error.message
                }
            }
        }
        let (lines, isGood) = ResultTable.make(measures, thresholds, missing: missing)
        for line in lines { print(line) }
        return isGood ? 0 : 1
    }

    /// The part that measures a line: the page, the start and the memory need the same server.
    private static func part(of name: String) -> String {
        let first = String(name.prefix { $0 != "." })
        return ["read", "pdf", "ledger", "search"].contains(first) ? first : "serve"
    }
}
