/// How much a query or a form may hold.
public struct FormLimits: Sendable, Hashable {
    /// The number of fields.
    public var fields: Int
    /// The length of a name in bytes, decoded.
    public var nameBytes: Int
    /// The length of a value in bytes, decoded.
    public var valueBytes: Int

    /// By default 500 fields, names of 200 bytes, values of 1 MiB.
    public init(fields: Int = 500, nameBytes: Int = 200, valueBytes: Int = 1 << 20) {
        self.fields = fields
        self.nameBytes = nameBytes
        self.valueBytes = valueBytes
    }
}

/// The fields of a query or of a form sent as `application/x-www-form-urlencoded`, in their order.
public struct FormFields: Sendable, Hashable {
    /// One field.
    public struct Field: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The value, empty where none was given.
        public let value: String
    }

    /// All fields in order.
    public private(set) var fields: [Field] = []

    /// No fields.
    public init() {}

    /// Fields from pairs, for links made by the program.
    public init(_ pairs: [(String, String)]) {
        fields = pairs.map { Field(name: $0.0, value: $0.1) }
    }

    /// Reads encoded fields.
    ///
    /// - Throws: `RequestError` when the encoding is malformed or a limit is passed, in `context`.
    public init(
        parsing bytes: some Collection<UInt8>, limits: FormLimits = FormLimits(), in context: String
    ) throws(RequestError) {
        guard !bytes.isEmpty else { return }
        // Counting first keeps a body of nothing but separators from becoming millions of slices.
        guard bytes.lazy.filter({ $0 == UInt8(ascii: "&") }).prefix(limits.fields + 1).count <= limits.fields else {
            throw RequestError(.tooManyFields, in: context)
        }
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < limits.fields else { throw RequestError(.tooManyFields, in: context) }
            let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try PercentEncoding.decode(sides[0], plusIsBlank: true, in: context)
            let value = try sides.count > 1 ? PercentEncoding.decode(sides[1], plusIsBlank: true, in: context) : ""
            guard name.utf8.count <= limits.nameBytes, value.utf8.count <= limits.valueBytes else {
                throw RequestError(.fieldTooLong, in: context)
            }
            fields.append(Field(name: name, value: value))
        }
    }

    /// The first value of a name, or `nil`.
    public subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// Every value of a name, in order.
    public func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    /// The first of some names that comes more than once; nil where none does.
    public func repeated(of names: [String]) -> String? {
        names.first { name in fields.count { $0.name == name } > 1 }
    }

    /// The first value of a name as a whole number in plain digits; `nil` when missing or anything else.
    public func integer(_ name: String) -> Int? {
        guard let text = self[name], !text.isEmpty,
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int(text)
    }

    /// The fields as the query of a link, without `?`.
    public var encoded: String {
        fields.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }.joined(separator: "&")
    }
}
