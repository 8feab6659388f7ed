internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The form of the explorer: plain GET, so that what it shows has an address.
struct ExploreForm {
    let query: ExploreQuery
    let list: ListReports.Answer
    let settings: SiteSettings
    let t: Wording

    /// Offices offered at most beside those that are chosen.
    private static let offered = 60

    var html: HTML {
        """
        \(problems)<form class="sift ask-for" action="/explore" aria-label="\(t("选择比较的内容", "What to compare"))">
        <div class="grow"><label for="xv">\(t("看什么", "Show"))</label><select id="xv" name="view">\(views)</select></div>
        <div class="grow"><label for="xr">\(t("表和行（看“任选一格”时）", "Table and row (for any cell)"))</label>\
        <select id="xr" name="row">\(rows)</select></div>
        <div class="grow"><label for="xc">\(t("列（看“任选一格”时）", "Column (for any cell)"))</label>\
        <select id="xc" name="column">\(columns)</select></div>
        \(years)\(offices)<div class="btns"><button class="btn">\(t("比较", "Compare"))</button></div>
        </form>

        """
    }

    private var problems: HTML {
        ErrorSummary(problems: query.problems, heading: t("未能比较", "It could not be compared"), t: t).html
    }

    private func option(_ value: String, _ label: String, isChosen: Bool) -> HTML {
        "<option value=\"\(value)\"\(" selected", if: isChosen)>\(label)</option>\n"
    }

    private var views: [HTML] {
        ExploreView.allCases.map { option($0.rawValue, $0.label(t), isChosen: $0 == query.view) }
    }

    private var rows: [HTML] {
        CellChoice.tables.map { table -> HTML in
            let options = table.rows.map { option($0.value, $0.label.text(t), isChosen: $0.value == query.row) }
            return "<optgroup label=\"\(table.caption.text(t))\">\n\(options)</optgroup>\n"
        }
    }

    private var columns: [HTML] {
        // A column of the same name in several tables is one choice there: the first group that has it is marked.
        var isMarked = false
        return CellChoice.tables.map { table -> HTML in
            let isOwn = query.row.hasPrefix(table.id + ".")
            let options = table.columns.map { column -> HTML in
                let isChosen = isOwn && !isMarked && column.id == query.column
                if isChosen { isMarked = true }
                return option(column.id, column.label.text(t), isChosen: isChosen)
            }
            return "<optgroup label=\"\(table.caption.text(t))\">\n\(options)</optgroup>\n"
        }
    }

    private var years: HTML {
        let known = Set(list.years).union(query.years).sorted()
        guard !known.isEmpty else { return .empty }
        let boxes = known.enumerated().map { place, year -> HTML in
            // The first one carries the id that a message of the summary leads to.
            let id = place == 0 ? "xy" : "xy-\(year)"
            return """
                <li><input type="checkbox" id="\(id)" name="year" value="\(year.description)"\(
                    " checked", if: query.years.contains(year))><label for="\(id)">\(year.description)</label></li>

                """
        }
        return """
            <fieldset class="picks">
            <legend>\(t("年度", "Years")) <span class="hint">\(t(
                "最多\(settings.exploreYears)个", "\(settings.exploreYears) at most"))</span></legend>
            <ul>
            \(boxes)</ul>
            </fieldset>

            """
    }

    private var offices: HTML {
        let chosen = Set(query.offices.map(\.code))
        let words = query.find.lowercased().split(separator: " ").map(String.init)
        let fitting = list.offices.filter { office in
            let name = [
                office.fullName.text, office.shortName?.text ?? "", office.region?.text ?? "", office.code.text,
            ]
            .joined(separator: "\n").lowercased()
            return !chosen.contains(office.code) && words.allSatisfy { name.contains($0) }
        }
        let boxes = (query.offices + fitting.prefix(Self.offered)).map { office -> HTML in
            """
            <li><input type="checkbox" id="xo-\(office.code.text)" name="office" value="\(office.code.text)"\(
                " checked", if: chosen.contains(office.code))><label for="xo-\(office.code.text)">\(office.fullName.text)</label></li>

            """
        }
        let more: HTML =
            fitting.count > Self.offered
            ? "<p class=\"hint\">\(t("还有\(fitting.count - Self.offered)个机关没有列出，请输入名称里的字缩小范围。", "\(fitting.count - Self.offered) more offices are not listed; type part of the name."))</p>\n"
            : .empty
        let none: HTML =
            boxes.isEmpty
            ? "<p class=\"hint\">\(t("没有机关符合，请换用名称里的字。", "No office matches; try other words."))</p>\n" : .empty
        return """
            <fieldset class="picks">
            <legend>\(t("机关", "Offices")) <span class="hint">\(t(
                "最多\(settings.exploreOffices)个，现在比较\(query.offices.count)个",
                "\(settings.exploreOffices) at most, \(query.offices.count) compared now"))</span></legend>
            <div class="seek-in"><label for="xf">\(t("按名称或地区找机关", "Find an office by name or region"))</label>\
            <input id="xf" type="search" name="find" maxlength="100" value="\(query.find)"></div>
            <ul lang="zh-CN">
            \(boxes)</ul>
            \(none)\(more)</fieldset>

            """
    }
}
