/// A value that is being encoded: a place that containers fill.
final class EncodedNode {
    enum Content {
        case empty
        case scalar(JSONValue)
        case array([EncodedNode])
        case object([(name: String, node: EncodedNode)])
    }

    var content = Content.empty

    init(_ content: Content = .empty) { self.content = content }

    /// What was filled in; a place that nothing was written to is an empty object, as `Encodable` has it.
    var value: JSONValue {
        switch content {
        case .empty: .object([])
        case .scalar(let value): value
        case .array(let nodes): .array(nodes.map(\.value))
        case .object(let members): .object(members.map { JSONValue.Member(name: $0.name, value: $0.node.value) })
        }
    }

    func becomeObject() {
        if case .object = content { return }
        content = .object([])
    }

    func becomeArray() {
        if case .array = content { return }
        content = .array([])
    }

    /// Sets a member; one set again takes the new value.
    func set(_ name: String, _ node: EncodedNode) {
        guard case .object(var members) = content else { return }
        content = .empty
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index].node = node
        } else {
            members.append((name, node))
        }
        content = .object(members)
    }

    func append(_ node: EncodedNode) {
        guard case .array(var nodes) = content else { return }
        content = .empty
        nodes.append(node)
        content = .array(nodes)
    }

    var count: Int {
        guard case .array(let nodes) = content else { return 0 }
        return nodes.count
    }
}

/// The encoder of one place.
struct NodeEncoder: Encoder {
    let node: EncodedNode
    let trail: CodingTrail?

    var codingPath: [any CodingKey] { CodingTrail.keys(trail) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.becomeObject()
        return KeyedEncodingContainer(KeyedNodes(node: node, trail: trail))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeArray()
        return UnkeyedNodes(node: node, trail: trail)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleNode(node: node, trail: trail) }

    func encode(_ value: some Encodable) throws { try value.encode(to: self) }

    /// Refuses a floating number.
    static func refuse(_ value: some BinaryFloatingPoint, at trail: CodingTrail?) -> EncodingError {
        .invalidValue(
            value,
            .init(codingPath: CodingTrail.keys(trail), debugDescription: "floating numbers have no canonical form"))
    }
}
