/// The elements of a list that is being encoded.
struct UnkeyedNodes: UnkeyedEncodingContainer {
    let node: EncodedNode
    let trail: CodingTrail?

    var codingPath: [any CodingKey] { CodingTrail.keys(trail) }
    var count: Int { node.count }

    private var here: CodingTrail { CodingTrail(IndexKey(count), after: trail) }
    private func append(_ value: JSONValue) { node.append(EncodedNode(.scalar(value))) }
    private func append(_ value: some BinaryInteger) { append(.number(String(value))) }

    func encodeNil() { append(.null) }
    func encode(_ value: Bool) { append(.boolean(value)) }
    func encode(_ value: String) { append(.string(value)) }
    func encode(_ value: Int) { append(value) }
    func encode(_ value: Int8) { append(value) }
    func encode(_ value: Int16) { append(value) }
    func encode(_ value: Int32) { append(value) }
    func encode(_ value: Int64) { append(value) }
    func encode(_ value: UInt) { append(value) }
    func encode(_ value: UInt8) { append(value) }
    func encode(_ value: UInt16) { append(value) }
    func encode(_ value: UInt32) { append(value) }
    func encode(_ value: UInt64) { append(value) }
    func encode(_ value: Double) throws { throw NodeEncoder.refuse(value, at: here) }
    func encode(_ value: Float) throws { throw NodeEncoder.refuse(value, at: here) }

    func encode(_ value: some Encodable) throws {
        let child = EncodedNode()
        try NodeEncoder(node: child, trail: here).encode(value)
        node.append(child)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        superEncoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }

    func superEncoder() -> any Encoder {
        let child = EncodedNode()
        let trail = here
        node.append(child)
        return NodeEncoder(node: child, trail: trail)
    }
}

/// A value that is encoded as one.
struct SingleNode: SingleValueEncodingContainer {
    let node: EncodedNode
    let trail: CodingTrail?

    var codingPath: [any CodingKey] { CodingTrail.keys(trail) }

    private func set(_ value: some BinaryInteger) { node.content = .scalar(.number(String(value))) }

    func encodeNil() { node.content = .scalar(.null) }
    func encode(_ value: Bool) { node.content = .scalar(.boolean(value)) }
    func encode(_ value: String) { node.content = .scalar(.string(value)) }
    func encode(_ value: Int) { set(value) }
    func encode(_ value: Int8) { set(value) }
    func encode(_ value: Int16) { set(value) }
    func encode(_ value: Int32) { set(value) }
    func encode(_ value: Int64) { set(value) }
    func encode(_ value: UInt) { set(value) }
    func encode(_ value: UInt8) { set(value) }
    func encode(_ value: UInt16) { set(value) }
    func encode(_ value: UInt32) { set(value) }
    func encode(_ value: UInt64) { set(value) }
    func encode(_ value: Double) throws { throw NodeEncoder.refuse(value, at: trail) }
    func encode(_ value: Float) throws { throw NodeEncoder.refuse(value, at: trail) }
    func encode(_ value: some Encodable) throws { try NodeEncoder(node: node, trail: trail).encode(value) }
}
