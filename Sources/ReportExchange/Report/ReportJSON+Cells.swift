internal import CanonicalJSON
internal import AnnualReport

extension ReportJSON {
    static func fill(_ report: inout Report, with members: [JSONValue.Member]) throws(ReportJSONError) {
        for member in members {
            let path = "cells.\(member.name)"
            guard let address = CellAddress(member.name), let place = report.form.index(of: address) else {
                throw ReportJSONError("这一格式没有这个单元格", at: path)
            }
            report[index: place] = try cell(member.value, at: path)
        }
    }

    private static func cell(_ value: JSONValue, at path: String) throws(ReportJSONError) -> Cell {
        guard let state = value["state"]?.text.flatMap(CellState.init(rawValue:)) else {
            let known = CellState.allCases.map(\.rawValue).joined(separator: "、")
            throw ReportJSONError("应当是其中之一：\(known)", at: "\(path).state")
        }
        var cell = Cell(state: state)
        if state == .number {
            guard case .number(let text)? = value["value"], let number = FormNumber(text) else {
                throw ReportJSONError("应当是不多于六位小数的数，绝对值不超过\(FormNumber.limit)", at: "\(path).value")
            }
            cell.value = number
        } else if let stray = value["value"], stray != .null {
            throw ReportJSONError("只有 state 是 number 的单元格才有数值", at: "\(path).value")
        }
        cell.text = try text(value, "text", at: path) ?? ""
        cell.unit = try text(value, "unit", at: path)
        cell.place = try text(value, "place", at: path)
        return cell
    }

    private static func text(_ value: JSONValue, _ name: String, at path: String) throws(ReportJSONError) -> String? {
        switch value[name] {
        case nil, .null?: return nil
        case .string(let text)?: return text
        default: throw ReportJSONError("应当是文字", at: "\(path).\(name)")
        }
    }
}
