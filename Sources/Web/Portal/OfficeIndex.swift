internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The offices by their places, with a form that narrows them by name and level; it works without script.
struct OfficeIndex {
    let offices: [Office]
    /// What the offices are, where anyone said.
    let characters: [AgencyCode: OfficeCharacter]
    let filter: OfficeFilter
    let t: Wording

    /// Fewer offices than this are seen at a glance: no form stands over them.
    static let formFrom = 5

    /// What the address of the first page asks for.
    static func filter(_ request: Request) -> OfficeFilter {
        OfficeFilter(
            text: String((request.query["office"] ?? "").prefix(100)),
            level: request.query["level"].flatMap { AdministrativeLevel(rawValue: $0) })
    }

    /// The section.
    var html: HTML {
        let present = offices.filter { $0.until == nil }
        let found = offices.filter { filter.lets($0, characters[$0.code]) && (!filter.isEmpty || $0.until == nil) }
        let all = t("\(present.count)个机关", "\(present.count) offices")
        let meta = filter.isEmpty ? all : t("\(present.count)个中的\(found.count)个", "\(found.count) of \(present.count)")
        let body: HTML
        if offices.isEmpty {
            body = EmptyState.noReports(t).html
        } else if found.isEmpty {
            body =
                form
                + EmptyState(
                    what: t("没有符合条件的机关", "No office matches"),
                    advice: HTML(text: t("请换几个字，或者不选层级。", "Try other words, or no level. ")),
                    link: ("/#h-org", t("看全部机关", "All offices"))
                ).html
        } else {
            body = "\(form)<div class=\"orgs\">\n\(groups(found))</div>"
        }
        return RegisterSection(id: "h-org", title: t("按机关查", "By office"), meta: meta).html(body)
    }

    private var levels: [AdministrativeLevel] {
        let there = Set(offices.compactMap { characters[$0.code]?.level })
        return AdministrativeLevel.allCases.filter(there.contains)
    }

    private var form: HTML {
        guard offices.count >= Self.formFrom || !filter.isEmpty else { return .empty }
        let choices = levels.map { level -> HTML in
            "<option value=\"\(level.rawValue)\"\(" selected", if: level == filter.level)>\(word(level))</option>"
        }
        let level: HTML =
            choices.isEmpty
            ? .empty
            : """
            <div><label for="of-level">\(t("层级", "Level"))</label><select id="of-level" name="level"><option value="">\(
                t("全部", "All"))</option>\(choices)</select></div>

            """
        return """
            <form class="sift" action="/#h-org" role="search" aria-label="\(t("找机关", "Find an office"))">
            <div class="grow"><label for="of-name">\(t("机关名称或地区里的字", "Part of the name or the place"))</label>\
            <input id="of-name" type="search" name="office" maxlength="100" value="\(filter.text)"></div>
            \(level)<div class="btns"><button class="btn line">\(t("查", "Find"))</button></div>
            </form>

            """
    }

    private func word(_ level: AdministrativeLevel) -> String {
        switch level {
        case .national: t(level.chineseText, "National")
        case .provincial: t(level.chineseText, "Provincial")
        case .prefectural: t(level.chineseText, "Prefectural")
        case .county: t(level.chineseText, "County")
        case .township: t(level.chineseText, "Township")
        }
    }

    private func groups(_ offices: [Office]) -> HTML {
        var regions: [String] = []
        var byRegion: [String: [Office]] = [:]
        for office in offices {
            let region = office.region?.text ?? ""
            if byRegion[region] == nil { regions.append(region) }
            byRegion[region, default: []].append(office)
        }
        // Offices whose region is not known stand last.
        regions.sort { $0.isEmpty != $1.isEmpty ? $1.isEmpty : $0 < $1 }
        return regions.map { region -> HTML in
            let items = (byRegion[region] ?? []).map { office -> HTML in
                "<li><a href=\"/agencies/\(office.code.text)\">\(office.fullName.text)</a></li>\n"
            }
            return """
                <div>
                <h3\(" lang=\"zh-CN\"", if: !region.isEmpty && t.isEnglish)>\(region.isEmpty ? t("未注明地区", "Region not stated") : region)</h3>
                <ul lang="zh-CN">
                \(items)</ul>
                </div>

                """
        }.joined()
    }
}
