import Foundation
import TestSupport
import Testing

@Suite("Targets and imports")
struct TargetTests {
    let page = ArchitecturePage.current
    let manifest = Manifest.current

    @Test("the manifest and the table of targets were read at all")
    func readAtAll() {
        #expect(manifest.targets.count >= 30)
        #expect(page.targets.count >= 20)
        #expect(manifest.targets.contains { $0.name == "gongkai" && $0.dependencies.count > 10 })
        #expect(manifest.targets.contains { $0.name == "CPDFText" && $0.dependencies == ["CPoppler"] })
    }

    @Test("every target of the manifest stands in the architecture page, and the other way round")
    func sameTargets() {
        let built = Set(manifest.targets.filter { !$0.isTest }.map(\.name))
        let told = Set(page.targets.map(\.name))
        #expect(built.subtracting(told).sorted() == [], "not in docs/architecture.md")
        #expect(told.subtracting(built).sorted() == [], "not in Package.swift")
    }

    @Test("the manifest lets a target depend on exactly what the page lists")
    func sameDependencies() {
        let own = Set(manifest.targets.map(\.name))
        for target in manifest.targets where !target.isTest {
            let told = Set(page.target(target.name)?.mayImport ?? []).intersection(own)
            #expect(Set(target.dependencies) == told, "\(target.name)")
        }
    }

    @Test("dependencies point up the table only, so there are no circles")
    func noCircles() {
        var above: Set<String> = []
        let own = Set(page.targets.map(\.name))
        for target in page.targets {
            let unknown = Set(target.mayImport).intersection(own).subtracting(above)
            #expect(unknown.sorted() == [], "\(target.name) imports what stands below it")
            above.insert(target.name)
        }
    }

    @Test("a source imports nothing that the page does not grant its target")
    func importsAreGranted() {
        let toAll: Set<String> = ["Swift", "Synchronization"]
        for source in SwiftSource.sources {
            let granted = toAll.union(page.target(source.target)?.mayImport ?? [])
            let surplus = Set(source.imports).subtracting(granted)
            #expect(surplus.sorted() == [], "\(source.file.path)")
        }
    }

    @Test("the core imports nothing but the core")
    func coreIsPure() {
        let core = page.targets.filter { $0.layer == "core" }
        #expect(core.count >= 6)
        let names = Set(core.map(\.name))
        for target in core {
            #expect(Set(target.mayImport).subtracting(names).sorted() == [], "\(target.name)")
        }
    }

    @Test("no source of the product imports Foundation as a whole")
    func noFoundation() {
        let found = SwiftSource.product.filter { source in
            source.imports.contains { $0 == "Foundation" || $0 == "FoundationNetworking" || $0 == "FoundationXML" }
        }
        #expect(found.map(\.file.path) == [])
    }

    @Test("every C library stands in the table of dependencies")
    func librariesAreExplained() {
        let libraries = page.targets.filter { $0.layer == "C library" }.map(\.name)
        #expect(Set(libraries) == page.dependencyModules)
    }

    @Test("every folder of sources and of tests is a target")
    func foldersAreTargets() {
        let names = Set(manifest.targets.map(\.name))
        for folder in ["Sources", "Tests"] {
            let parts = Repository.files(under: folder + "/").map { $0.path.split(separator: "/")[1] }
            #expect(Set(parts.map(String.init)).subtracting(names).sorted() == [], "\(folder)")
        }
    }
}
