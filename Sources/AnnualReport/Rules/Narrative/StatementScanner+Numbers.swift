extension StatementScanner {
    // MARK: Numbers

    mutating func number(_ token: TextToken, _ index: Int) {
        defer { anchors = [] }
        guard token.unit.countsCases, !token.isApproximate else {
            loose = nil
            return
        }
        guard let last = anchors.last else {
            loose = index
            return
        }
        let gap = last.end..<token.start
        if case .applications(.received) = last.topic {
            guard isAboutRequests(last.token + 1..<index, gap) else {
                loose = index
                return
            }
        } else if case .applications(.newlyReceived) = last.topic {
            guard isAboutRequests(last.token + 1..<index, gap) else {
                loose = index
                return
            }
        } else if !isFiller(gap) {
            loose = index
            return
        }
        loose = nil
        emit(anchors, token, start: anchors[0].start, end: token.end)
    }

    /// Between 收到 and the number stand the words of a request for information and nothing that narrows it.
    private func isAboutRequests(_ between: Range<Int>, _ gap: Range<Int>) -> Bool {
        var application = false
        var openness = false
        var person = false
        var organization = false
        for index in between where tokens[index].kind == .word {
            switch tokens[index].word {
            case .application: application = true
            case .openness: openness = true
            case .dependentDisclosure:
                application = true
                openness = true
            case .naturalPerson: person = true
            case .organization, .everyOrganization: organization = true
            case .approximate, .thisYear, .breakOff: break
            default: return false
            }
        }
        guard person == organization, gap.count <= 150 else { return false }
        if application && openness { return true }
        return concernsRequests && isFiller(gap)
    }

    mutating func emit(_ anchors: [Anchor], _ number: TextToken, start: Int, end: Int) {
        guard isOwnYear, !clauseIsForeign, !sentenceIsForeign, let first = anchors.first else { return }
        switch first.topic {
        case .applications(.received):
            sentenceReceived = true
            guard !afterAmong, !clauseNarrows, isOwnOffice(before: first.start) else { return }
        case .applications(.newlyReceived): sentenceReceived = true
        case .applications:
            guard sentenceHasRequests || concernsRequests, number.unit != .item else { return }
        case .applicant: guard number.unit != .item else { return }
        case .cases:
            guard isAboutOpenness else { return }
            // What follows goes on about the same cases.
            sentencesSinceOpenness = 0
        }
        // The clause is quoted from its beginning where it is short.
        let from = quoteStart <= start && start - quoteStart <= 60 ? quoteStart : start
        var statement = Statement(
            topics: anchors.map(\.topic), value: number.value, range: from..<end,
            mentionsApplicants: mentionsApplicants)
        if anchors.count == 1, first.topic == .applications(.received) {
            statement.carried = tokens[first.token].word == .accepted ? .included : .doubtful
            receivedStatement = (statements.count, depth)
        } else if first.topic == .applications(.carriedIn), let received = receivedStatement {
            // 收到12件，上年结转1件 against 收到12件（含上年结转1件）.
            let isInside = depth > received.depth || afterAmong || afterIncluding
            statements[received.index].carried = isInside ? .included : .excluded
        }
        statements.append(statement)
    }
}
