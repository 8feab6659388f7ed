internal import HTTPCore
internal import Markup

/// The description of the interface, written from the operations themselves. Source: OpenAPI 3.1.
struct OpenAPIDocument {
    let operations: [APIOperation]
    let settings: SiteSettings

    /// The document.
    var bytes: [UInt8] {
        var json = JSONWriter(form: .pretty, capacity: 60_000)
        json.object { json in
            json.member("openapi", "3.1.0")
            json.object("info", info)
            json.array("servers") { json in json.object { $0.member("url", "/") } }
            json.object("paths") { json in
                for pattern in patterns {
                    json.object(pattern) { json in
                        for operation in operations where operation.pattern.text == pattern {
                            json.object(operation.method.rawValue.lowercased()) { json in write(operation, &json) }
                        }
                    }
                }
            }
            json.object("components") { json in
                json.object("schemas") { json in
                    for shape in APIShapes.all + operations.compactMap(\.body).map({ ($0.shape, $0.schema) }) {
                        json.key(shape.name)
                        shape.schema.write(to: &json)
                    }
                }
            }
        }
        return json.finish()
    }

    /// The addresses, each once, in the order of the operations.
    private var patterns: [String] {
        var seen: Set<String> = []
        return operations.map(\.pattern.text).filter { seen.insert($0).inserted }
    }

    private func info(_ json: inout JSONWriter) {
        json.member("title", "\(settings.place)政府信息公开数据接口")
        json.member("version", "1.0.0")
        json.member(
            "description",
            "公开的信息、年度报告、核对发现和统计数据，全部公开，不需要登记；也可以提出申请、凭登记号和查询码查询申请。列表按 next 翻页；应答带 ETag，可用 If-None-Match 重复询问；错误按 RFC 9457，通常为中文，Accept-Language 先要英文时为英文。"
                + "使用条件：\(settings.licence.name)。Open data on open government information, no key is needed; applications can be handed in and followed. Problems are told in English where Accept-Language asks for English before Chinese."
        )
        json.object("license") { json in
            json.member("name", settings.licence.name)
            let address = settings.licence.address
            if DataLicence.isAddress(address), !address.hasPrefix("/") { json.member("url", address) }
        }
    }

    private func write(_ operation: APIOperation, _ json: inout JSONWriter) {
        json.member("operationId", operation.id)
        json.member("summary", operation.summary.inBoth)
        if let about = operation.about { json.member("description", about.inBoth) }
        json.array("parameters") { json in
            for parameter in operation.parameters { json.object { json in write(parameter, &json) } }
        }
        if let body = operation.body { write(body, &json) }
        json.object("responses") { json in
            answer(
                "\(operation.status.code)", "要的内容 What was asked for", "application/json", operation.answer, &json
            ) { json in
                if operation.method.isSafe {
                    json.object("headers") { json in
                        header("ETag", "这份应答的版本 The version of the answer", &json)
                        if operation.queryNames.contains("after") { header("Link", "下一页 The next page", &json) }
                    }
                }
                if let link = operation.link { write(link, &json) }
            }
            if operation.method.isSafe {
                json.object("304") { json in
                    json.member("description", "与 If-None-Match 所说的版本相同 The same as named by If-None-Match")
                }
            }
            problem("400", "参数或者内容有误 A parameter, or what was sent, is wrong", &json)
            if operation.mayBeMissing { problem("404", "没有收录 Nothing is kept there", &json) }
            problem("406", "只以 JSON 应答 Only JSON is answered with", &json)
            for refusal in operation.refusals { problem("\(refusal.status.code)", refusal.about, &json) }
            problem("default", "没有完成 It could not be done", &json)
        }
    }

    private func write(_ body: APIBody, _ json: inout JSONWriter) {
        json.object("requestBody") { json in
            json.member("required", true)
            json.object("content") { json in
                json.object("application/json") { json in
                    json.object("schema") { $0.member("$ref", "#/components/schemas/\(body.shape)") }
                    json.key("example")
                    body.example(&json)
                }
            }
        }
    }

    private func write(_ link: (operation: String, members: [String]), _ json: inout JSONWriter) {
        json.object("links") { json in
            json.object(link.operation) { json in
                json.member("operationId", link.operation)
                json.object("requestBody") { json in
                    for name in link.members { json.member(name, "$response.body#/\(name)") }
                }
            }
        }
    }

    private func write(_ parameter: APIParameter, _ json: inout JSONWriter) {
        json.member("name", parameter.name)
        json.member("in", parameter.place.rawValue)
        json.member("description", parameter.about)
        json.member("required", parameter.isRequired)
        guard parameter.most > 1 else {
            json.key("schema")
            parameter.schema.write(to: &json)
            if let example = parameter.example { value("example", example, parameter, &json) }
            return
        }
        json.object("schema") { json in
            json.member("type", "array")
            json.member("minItems", 1)
            json.member("maxItems", parameter.most)
            json.key("items")
            parameter.schema.write(to: &json)
        }
        json.member("style", "form")
        json.member("explode", true)
        json.key("example")
        json.array { json in element(parameter.example ?? "", parameter, &json) }
    }

    private func value(_ name: String, _ text: String, _ parameter: APIParameter, _ json: inout JSONWriter) {
        json.key(name)
        element(text, parameter, &json)
    }

    private func element(_ text: String, _ parameter: APIParameter, _ json: inout JSONWriter) {
        if case .integer = parameter.schema, let number = Int(text) { json.integer(number) } else { json.string(text) }
    }

    private func header(_ name: String, _ about: String, _ json: inout JSONWriter) {
        json.object(name) { json in
            json.member("description", about)
            json.object("schema") { $0.member("type", "string") }
        }
    }

    private func problem(_ status: String, _ about: String, _ json: inout JSONWriter) {
        answer(status, about, "application/problem+json", "Problem", &json) { json in
            json.object("headers") { json in
                header("Content-Language", "说明的语言：zh-CN 或者 en The language of its sentences: zh-CN or en", &json)
            }
        }
    }

    private func answer(
        _ status: String, _ about: String, _ type: String, _ shape: String, _ json: inout JSONWriter,
        more: (inout JSONWriter) -> Void
    ) {
        json.object(status) { json in
            json.member("description", about)
            more(&json)
            json.object("content") { json in
                json.object(type) { json in
                    json.object("schema") { $0.member("$ref", "#/components/schemas/\(shape)") }
                }
            }
        }
    }
}

extension Sentence {
    /// The Chinese with the English behind it, as the document has its texts.
    fileprivate var inBoth: String { english.map { "\(chinese) \($0)" } ?? chinese }
}
