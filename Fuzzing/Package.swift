// swift-tools-version: 6.3
import PackageDescription

// A package of its own: the fuzzer's instrumentation rebuilds everything it touches, and nothing of it may get into the
// product. `../scripts/fuzz.sh` builds and runs it.
let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "gongkai", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz",
            dependencies: [
                .product(name: "AnnualReport", package: "gongkai"),
                .product(name: "DocumentReading", package: "gongkai"),
                .product(name: "ReportReading", package: "gongkai"),
            ],
            swiftSettings: [
                .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
