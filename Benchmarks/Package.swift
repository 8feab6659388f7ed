// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "gongkai-benchmarks",
    dependencies: [.package(name: "gongkai", path: "..")],
    targets: [
        .executableTarget(
            name: "Bench",
            dependencies: [
                .product(name: "AnnualReport", package: "gongkai"),
                .product(name: "Database", package: "gongkai"),
                .product(name: "DatabaseSQLite", package: "gongkai"),
                .product(name: "Disclosure", package: "gongkai"),
                .product(name: "DocumentReading", package: "gongkai"),
                .product(name: "Ledger", package: "gongkai"),
                .product(name: "ReportReading", package: "gongkai"),
                .product(name: "Search", package: "gongkai"),
            ],
            swiftSettings: [
                .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
