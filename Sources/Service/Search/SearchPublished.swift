internal import Database
public import Ledger
public import Search

/// Finds what is published by its words.
///
/// Everyone may; only what everyone may see is in the index, and the policy is asked for every result all the same.
public struct SearchPublished: Sendable {
    private let ledger: Ledger
    private let limits: SearchLimits
    /// Results of a page.
    public let pageSize: Int

    /// The use case over a ledger.
    ///
    /// - Parameter pageSize: results of a page, 1 to 100.
    public init(ledger: Ledger, limits: SearchLimits = SearchLimits(), pageSize: Int = 20) {
        self.ledger = ledger
        self.limits = limits
        self.pageSize = pageSize
    }

    /// Answers a question.
    public func run(_ question: SearchQuestion) throws(ServiceError) -> SearchAnswer {
        let (offices, years) = try inDatabase { () throws(DatabaseError) in
            (try ledger.offices.list(), try ledger.search.years())
        }
        let query: SearchQuery
        do throws(SearchQuery.Problem) {
            query = try SearchQuery(question.typed, limits: limits)
        } catch {
            return SearchAnswer(
                outcome: .problem(error, titles: try titles(for: error)), offices: offices, years: years)
        }
        var results: SearchAnswer.Results
        if let narrowed = try narrowed(question, offices) {
            results = narrowed
        } else {
            results = try self.results(query, question.typed, filter(question, offices), question)
        }
        results.offer = try offer(question, results, offices)
        return SearchAnswer(outcome: .results(results), offices: offices, years: years)
    }

    /// What the office has whose name was typed, where one was and it has something; else the name is a word.
    private func narrowed(
        _ question: SearchQuestion, _ offices: [Office]
    ) throws(ServiceError) -> SearchAnswer.Results? {
        guard !question.isLiteral, question.office == nil,
            let meant = OfficeWords(question.typed, among: offices),
            let query = try? SearchQuery(meant.rest, limits: limits)
        else { return nil }
        var filter = filter(question, offices)
        filter.offices = meant.offices.map(\.code)
        let results = try results(query, meant.rest, filter, question, of: meant.offices)
        return results.count > 0 ? results : nil
    }

    /// What a word of the first page may mean beside itself, as far as that finds something.
    private func offer(
        _ question: SearchQuestion, _ results: SearchAnswer.Results, _ offices: [Office]
    ) throws(ServiceError) -> SearchOffer? {
        guard !question.isLiteral, question.cursor == nil, results.offices.count <= 1,
            let named = MarkWords(results.words)
        else { return nil }
        let office = results.offices.first?.code ?? question.office
        var narrower = question
        narrower.office = office
        narrower.typed = named.rest
        switch named.mark {
        case .reports where question.kind == nil && question.category == nil && question.validity == nil:
            narrower.kind = .report
        case .category(let category) where question.category == nil && question.kind != .report:
            narrower.category = category
        case .validity(let validity) where question.validity == nil && question.kind != .report:
            narrower.validity = validity
        case .guide:
            // A guide has no further words to look for.
            return SearchOffer(mark: .guide, word: named.word, office: office, narrower: nil)
        default: return nil
        }
        guard !named.rest.isEmpty else {
            // All items that still hold are no list that anybody asks for.
            if case .validity = named.mark { return nil }
            return SearchOffer(mark: named.mark, word: named.word, office: office, narrower: nil)
        }
        guard let query = try? SearchQuery(named.rest, limits: limits) else { return nil }
        let found = try find(query, filter(narrower, offices), narrower)
        guard found.count > 0 else { return nil }
        return SearchOffer(
            mark: named.mark, word: named.word, office: office,
            narrower: .init(question: narrower, count: found.count, isCountExact: found.isCountExact))
    }

    /// What has the words as typed; where nothing has, what has them taken apart.
    private func results(
        _ query: SearchQuery, _ words: String, _ filter: SearchFilter, _ question: SearchQuestion,
        of offices: [Office] = []
    ) throws(ServiceError) -> SearchAnswer.Results {
        let exact = try find(query, filter, question)
        if exact.count == 0, let loose = query.loosened {
            let page = try find(loose, filter, question)
            if page.count > 0 { return results(loose, words, page, of: offices, isLoosened: true) }
        }
        return results(query, words, exact, of: offices, isLoosened: false)
    }

    /// Titles for what is being typed; none while it is too little or too much.
    public func suggestions(for typed: String, limit: Int = 8) throws(ServiceError) -> [SearchTitle] {
        let query: SearchQuery
        do throws(SearchQuery.Problem) {
            query = try SearchQuery(typed, limits: limits)
        } catch {
            return try titles(for: error)
        }
        return try inDatabase { () throws(DatabaseError) in try ledger.search.titles(query, limit: limit) }
            .filter(isVisible)
    }

    private func find(
        _ query: SearchQuery, _ filter: SearchFilter, _ question: SearchQuestion
    ) throws(ServiceError) -> SearchPage {
        try inDatabase { () throws(DatabaseError) in
            try ledger.search.find(
                query, filter, order: question.order, after: question.cursor, size: pageSize, limits: limits)
        }
    }

    /// What helps where one character cannot be looked for.
    private func titles(for problem: SearchQuery.Problem) throws(ServiceError) -> [SearchTitle] {
        guard case .singleCharacter(let character) = problem else { return [] }
        return try inDatabase { () throws(DatabaseError) in try ledger.search.titles(beginningWith: character) }
            .filter(isVisible)
    }

    private func filter(_ question: SearchQuestion, _ offices: [Office]) -> SearchFilter {
        var filter = SearchFilter(
            kind: question.kind, category: question.category, year: question.year, validity: question.validity)
        guard let office = question.office else { return filter }
        filter.offices = [office]
        guard question.includesSubordinates else { return filter }
        let tree = OfficeHierarchy(offices)
        filter.offices?.append(contentsOf: offices.map(\.code).filter { tree.isBelow($0, office) })
        return filter
    }

    // MARK: Answering

    private func results(
        _ query: SearchQuery, _ words: String, _ page: SearchPage, of offices: [Office], isLoosened: Bool
    ) -> SearchAnswer.Results {
        SearchAnswer.Results(
            query: query, found: page.results.filter { isVisible($0.head) }.map { Self.found($0, query) },
            count: page.count, isCountExact: page.isCountExact, next: page.next, words: words, offices: offices,
            isLoosened: isLoosened)
    }

    private static func found(_ result: SearchResult, _ query: SearchQuery) -> SearchAnswer.Found {
        let body = MarkedText(excerptOf: result.body, query)
        let files = result.files.isEmpty || body.hasHits ? nil : MarkedText(excerptOf: result.files, query)
        let isOfFile = files?.hasHits ?? false
        let excerpt = isOfFile ? files : result.body.isEmpty ? nil : body
        return SearchAnswer.Found(
            head: result.head, title: MarkedText(whole: result.head.title, query), excerpt: excerpt,
            isOfFile: isOfFile)
    }

    /// What is published may be seen by everyone, whichever office it is of.
    private func isVisible(_ title: SearchTitle) -> Bool {
        Policy(OfficeHierarchy(parents: [:])).decide(
            .visitor, "published.see", on: PolicySubject(of: title.office, isPublished: true)
        ).isAllowed
    }
}
