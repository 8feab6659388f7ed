import Foundation

/// What a running process holds, as the kernel tells it.
struct ProcessGauge: Sendable {
    /// One look.
    struct Reading: Sendable, Equatable {
        /// Resident memory in kB.
        var memory: Int
        /// Open descriptors.
        var descriptors: Int
        /// Threads.
        var threads: Int
    }

    let process: Int32

    /// What it holds now; nil where it has ended.
    func read() -> Reading? {
        let folder = "/proc/\(process)"
        guard let status = try? String(contentsOfFile: "\(folder)/status", encoding: .utf8),
            let open = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/fd")
        else { return nil }
        func number(_ name: String) -> Int {
            let line = status.components(separatedBy: "\n").first { $0.hasPrefix(name + ":") } ?? ""
            return Int(line.filter(\.isNumber)) ?? 0
        }
        return Reading(memory: number("VmRSS"), descriptors: open.count, threads: number("Threads"))
    }

    /// What grew over readings taken under an even load; empty where nothing did.
    ///
    /// The first third is for warming up. Of the rest, the medians of the two halves are compared: memory may differ by a
    /// tenth and 6 MB, which is what connections and pages under way hold at a time, descriptors by 24, threads by 4.
    static func growth(_ readings: [Reading]) -> [String] {
        guard readings.count >= 12 else { return ["only \(readings.count) readings"] }
        let warm = Array(readings.dropFirst(readings.count / 3))
        let halves = (Array(warm.prefix(warm.count / 2)), Array(warm.suffix(warm.count / 2)))
        func middle(_ readings: [Reading], _ of: (Reading) -> Int) -> Int {
            readings.map(of).sorted()[readings.count / 2]
        }
        var grown: [String] = []
        func compare(_ name: String, _ of: (Reading) -> Int, _ room: (Int) -> Int) {
            let (before, after) = (middle(halves.0, of), middle(halves.1, of))
            if after > before + room(before) { grown.append("\(name) from \(before) to \(after)") }
        }
        compare("kB of memory", \.memory) { $0 / 10 + 6_000 }
        compare("descriptors", \.descriptors) { _ in 24 }
        compare("threads", \.threads) { _ in 4 }
        return grown
    }
}
