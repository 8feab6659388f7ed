import Foundation

/// Holds values against the shapes of a document, as far as our documents use JSON Schema.
struct ShapeCheck {
    typealias Object = [String: Any]

    /// The shapes by name.
    let shapes: Object

    /// What is wrong with a value; empty where nothing is. A member that the shape does not name is wrong too.
    func faults(of value: Any, as name: String) -> [String] {
        guard let shape = shapes[name] as? Object else { return ["\(name) is not described"] }
        return faults(value, shape, name)
    }

    private func faults(_ value: Any, _ shape: Object, _ place: String) -> [String] {
        if let reference = shape["$ref"] as? String {
            return faults(of: value, as: reference.split(separator: "/").last.map(String.init) ?? reference)
        }
        if let choices = shape["anyOf"] as? [Object] {
            return choices.contains { faults(value, $0, place).isEmpty } ? [] : ["\(place) is none of its shapes"]
        }
        switch shape["type"] as? String {
        case "null": return value is NSNull ? [] : ["\(place) is not null"]
        case "boolean": return isBoolean(value) ? [] : ["\(place) is not true or false"]
        case "string":
            guard let text = value as? String else { return ["\(place) is no text"] }
            let isKnown = (shape["enum"] as? [String])?.contains(text) ?? true
            return isKnown ? [] : ["\(place) is \(text)"]
        case "integer":
            guard let number = value as? Int, !isBoolean(value) else { return ["\(place) is no whole number"] }
            let isInside =
                number >= shape["minimum"] as? Int ?? .min && number <= shape["maximum"] as? Int ?? .max
            return isInside ? [] : ["\(place) is \(number)"]
        case "array":
            guard let elements = value as? [Any], let shape = shape["items"] as? Object else {
                return ["\(place) is no list"]
            }
            return elements.flatMap { faults($0, shape, place + "[]") }
        case "object":
            guard let object = value as? Object, let members = shape["properties"] as? Object else {
                return ["\(place) is no object"]
            }
            let missing = (shape["required"] as? [String] ?? []).filter { object[$0] == nil }
            return missing.map { "\(place).\($0) is missing" }
                + object.flatMap { name, value in
                    (members[name] as? Object).map { faults(value, $0, "\(place).\(name)") }
                        ?? ["\(place).\(name) is not described"]
                }
        default: return ["\(place) has no shape that is known here"]
        }
    }

    private func isBoolean(_ value: Any) -> Bool {
        (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? (value is Bool)
    }
}
