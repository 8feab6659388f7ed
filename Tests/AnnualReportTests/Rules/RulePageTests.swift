import AnnualReport
import Foundation
import TestSupport
import Testing

@Suite("the page of rules")
struct RulePageTests {
    /// The parts of the page by the id in their heading.
    static func parts() throws -> [(id: String, text: String)] {
        let page = TestEnvironment.packageFolder.appending(path: "docs/rules.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        return text.components(separatedBy: "\n### ").dropFirst().map { part in
            let lines = part.components(separatedBy: "\n")
            return (lines[0], part.components(separatedBy: "\n## ")[0])
        }
    }

    @Test("every rule has its part of the page and every part is of a rule")
    func complete() throws {
        let documented = try Self.parts().map(\.id)
        #expect(documented.sorted() == RuleBook.rules.map(\.id).sorted())
    }

    @Test("a part gives the severity, the sentences of the rule, an example and how to mend it")
    func parts() throws {
        for (id, text) in try Self.parts() {
            guard let rule = RuleBook.rule(id) else { continue }
            #expect(text.contains("| Severity | \(rule.severity.rawValue) "), "\(id)")
            for sentence in [rule.scope, rule.expectation, rule.source, rule.remedy] {
                #expect(!sentence.isEmpty && text.contains(sentence), "\(id): \(sentence)")
            }
            #expect(text.contains("\nExample: ") && text.contains("\nTo mend: "), "\(id)")
        }
    }

    @Test("every rule has its sentences in English", arguments: RuleBook.rules.indices)
    func english(index: Int) {
        let rule = RuleBook.rules[index]
        for sentence in [rule.english.expectation, rule.english.remedy] {
            #expect(sentence.hasSuffix(".") && sentence.count > 20, "\(rule.id): \(sentence)")
        }
        let all = rule.english.scope + rule.english.expectation + rule.english.remedy
        #expect(!rule.english.scope.isEmpty && !rule.english.scope.hasSuffix("."))
        #expect(all.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(rule.id)")
    }

    @Test("ids are unique and in capitals, and those of the contract are among them")
    func ids() {
        let ids = RuleBook.rules.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.allSatisfy { ($0.isUppercase && $0.isASCII) || $0 == "_" || $0.isNumber } })
        let contract = arithmeticRules.union(["X_CARRY", "X_IN_FORCE", "X_AGGREGATE", "TXT_TABLE", "RANGE"])
        #expect(contract.isSubset(of: ids))
    }
}
