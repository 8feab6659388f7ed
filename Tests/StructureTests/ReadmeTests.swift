import Foundation
import TestSupport
import Testing

@Suite("Readme")
struct ReadmeTests {
    /// A call of the program in a page, and the answer that the page shows after it.
    struct Sample: Sendable, CustomTestStringConvertible {
        var page: String
        var arguments: [String]
        var answer: [String]
        var testDescription: String { "\(page): gongkai \(arguments.joined(separator: " "))" }
    }

    static let samples = ["README.md", "README.zh-CN.md"].flatMap(samples(of:))

    @Test("the pages show calls of the program with their answers")
    func samplesAreThere() {
        #expect(Self.samples.count { !$0.answer.isEmpty } >= 4)
    }

    @Test("a call shown in a page works, and answers line by line what the page shows", arguments: samples)
    func answers(_ sample: Sample) throws {
        let outcome = try CommandRunner().run(sample.arguments, in: TestEnvironment.packageFolder)
        #expect(outcome.status == 0 || outcome.status == 1, "\(outcome.error)")
        #expect(outcome.error == "")
        var rest = outcome.output.components(separatedBy: "\n")[...]
        // "…" stands for lines left out.
        for line in sample.answer where line != "…" && line != "" {
            let place = rest.firstIndex(of: line)
            #expect(place != nil, "the program does not print, in this order: \(line)")
            if let place { rest = rest[(place + 1)...] }
        }
    }

    @Test("both pages show the same calls")
    func sameCalls() {
        let calls = Dictionary(grouping: Self.samples, by: \.page).mapValues { $0.map(\.arguments) }
        #expect(calls["README.md"] == calls["README.zh-CN.md"])
    }

    private static func samples(of page: String) -> [Sample] {
        // What stands between the fences, at every second place.
        let blocks = Repository.text(of: page).components(separatedBy: "\n```").enumerated()
            .filter { $0.offset % 2 == 1 }.map(\.element)
        var samples: [Sample] = []
        for block in blocks {
            let lines = block.components(separatedBy: "\n").dropFirst()
            if let call = lines.first, call.hasPrefix(".build/release/gongkai ") {
                let words = call.split(separator: " ").dropFirst().map(String.init)
                samples.append(Sample(page: page, arguments: words, answer: []))
            } else if let last = samples.indices.last, samples[last].answer.isEmpty {
                samples[last].answer = Array(lines)
            }
        }
        return samples
    }
}
