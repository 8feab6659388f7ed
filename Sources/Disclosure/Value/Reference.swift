/// An opaque name of something that is kept elsewhere: 1 to 64 ASCII letters, digits, dashes, dots and underscores.
///
/// Entries of the ledger carry references only, so that personal data can be deleted without breaking the chain.
public struct Reference<Subject>: Sendable, Hashable, CustomStringConvertible {
    /// The name as written.
    public let text: String

    /// A reference from its text; nil where the form is wrong.
    public init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// A reference from its text; nil where the form is wrong.
    public init?(_ text: String) {
        guard ReferenceText.isOne(text) else { return nil }
        self.text = text
    }

    /// A reference that is written in the program itself; a wrong form stops it.
    public init(known text: StaticString) {
        guard let reference = Self(text.description) else { preconditionFailure("no reference: \(text)") }
        self = reference
    }

    /// A reference from what a user or a program gave.
    ///
    /// - Throws: `Refusal` naming the field when the form is wrong.
    public init(parsing text: String, field: String) throws(Refusal) {
        guard let reference = Self(text) else {
            throw Refusal(
                Finding(
                    .valueReference, field: field, "编号“\(text.prefix(20))”的格式不对。", article: .regulation(45),
                    remedy: "编号由1至64个字母、数字、横线、点或下划线组成，请核对。"))
        }
        self = reference
    }

    /// The name as written.
    public var description: String { text }
}

/// The form of references, whatever they name.
private enum ReferenceText {
    static func isOne(_ text: String) -> Bool {
        var count = 0
        for byte in text.utf8 {
            count += 1
            guard count <= 64, isAllowed(byte) else { return false }
        }
        return count > 0
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

extension Reference: Codable {
    /// A reference from its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let reference = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no reference")
        }
        self = reference
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// What references can name.
public enum ReferenceSubject {
    /// An applicant, an agent or a third party, whose name and contact lie outside the entries.
    public enum Person {}
    /// Someone who works for the office (经办人, 审核人, 领导).
    public enum Officer {}
    /// An office (行政机关).
    public enum Agency {}
    /// A paper or a file in the case: proof of identity, authorisation, proof of service.
    public enum Paper {}
    /// An information item.
    public enum Item {}
    /// A case of review or litigation.
    public enum Appeal {}
    /// A matter of supervision: an inquiry, a complaint, a training.
    public enum Supervision {}
    /// A leading group.
    public enum Group {}
    /// A rule or a normative document.
    public enum Document {}
    /// A department of an office.
    public enum Department {}
    /// An import or export of data.
    public enum Batch {}
    /// A matter of an office's standard catalogue.
    public enum Matter {}
}

/// A person outside the office, by an opaque name.
public typealias PersonReference = Reference<ReferenceSubject.Person>
/// Someone who works for the office, by an opaque name.
public typealias OfficerReference = Reference<ReferenceSubject.Officer>
/// An office, by its code.
public typealias AgencyReference = Reference<ReferenceSubject.Agency>
/// A paper or file in the case, by an opaque name.
public typealias PaperReference = Reference<ReferenceSubject.Paper>
/// An information item, by an opaque name.
public typealias ItemReference = Reference<ReferenceSubject.Item>
/// A case of review or litigation, by an opaque name.
public typealias AppealReference = Reference<ReferenceSubject.Appeal>
/// A matter of supervision, by an opaque name.
public typealias SupervisionReference = Reference<ReferenceSubject.Supervision>
/// A leading group, by an opaque name.
public typealias GroupReference = Reference<ReferenceSubject.Group>
/// A rule or a normative document, by an opaque name.
public typealias DocumentReference = Reference<ReferenceSubject.Document>
/// A department of an office, by an opaque name.
public typealias DepartmentReference = Reference<ReferenceSubject.Department>
/// A matter of an office's standard catalogue, by its code.
public typealias MatterReference = Reference<ReferenceSubject.Matter>
/// An import or export of data, by an opaque name.
public typealias BatchReference = Reference<ReferenceSubject.Batch>

extension Finding.Code {
    /// A reference is not written as one.
    public static let valueReference = Self("value.reference")
}
