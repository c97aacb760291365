// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift module: each unsafe expression says so, and imports are never leaked.
let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// One library module. `Documentation/Architecture.md` has the picture of the layers.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies)
}

let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "yilan",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "yilan", targets: ["yilan"]),
    .library(
      name: "YilanSpreadsheets",
      targets: ["Spreadsheet", "Zip", "XMLStream", "OpenPackaging", "XLSX", "CSV", "SheetRender"]),
    .library(
      name: "YilanReports",
      targets: [
        "ReportModel", "ReportImport", "ReportCheck", "ReportMatching", "ReportDiff", "TableDiff",
        "ReportMerge", "ReportRender", "ProfileFile",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // Layer 0: C libraries of the system.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

    // What Swift did not reach the speed of (`Documentation/Performance.md`).
    .target(name: "CInflate"),

    // Layers 1 and 2
    module("Threads"),
    module("Spreadsheet"),
    module("Zip", ["Threads", "CInflate", "CZlib", "CLibDeflate"]),
    module("XMLStream", ["CLibXML2"]),

    // The formats column.
    module("OpenPackaging", ["Zip", "XMLStream"]),
    module("XLSX", ["Spreadsheet", "OpenPackaging", "Zip", "XMLStream"]),
    module("CSV", ["Spreadsheet"]),

    // The meaning column.
    module("SheetRender", ["Spreadsheet"]),
    module("ReportModel", ["Spreadsheet"]),
    module("ReportImport", ["ReportModel", "Spreadsheet", "Threads"]),
    module("ReportCheck", ["ReportModel", "Spreadsheet"]),
    module("ReportMatching", ["ReportModel", "Spreadsheet"]),
    module("ReportDiff", ["ReportMatching", "ReportModel", "Spreadsheet"]),
    module("TableDiff", ["Spreadsheet"]),
    module("ReportMerge", ["ReportMatching", "ReportImport", "ReportModel", "Spreadsheet"]),
    module(
      "ReportRender",
      [
        "ReportMerge", "ReportDiff", "TableDiff", "ReportImport", "ReportCheck", "ReportMatching",
        "ReportModel", "SheetRender", "Spreadsheet",
      ]),
    module(
      "ProfileFile",
      [
        "ReportMerge", "ReportImport", "ReportModel", "Spreadsheet",
        .product(name: "Yams", package: "Yams"),
      ]),

    // Layer 7: the tool.
    .executableTarget(
      name: "yilan",
      dependencies: [
        "Spreadsheet", "Threads", "Zip", "OpenPackaging", "XLSX", "CSV", "SheetRender",
        "ReportModel", "ReportImport", "ReportCheck", "ReportMatching", "ReportDiff", "TableDiff",
        "ReportMerge", "ReportRender", "ProfileFile",
        .product(name: "ArgumentParser", package: "swift-argument-parser"), system,
      ],
      swiftSettings: settings),

    tests("ArchitectureTests", []),
    tests("SpreadsheetTests", ["Spreadsheet"]),
    tests("CInflateTests", ["CInflate", "CZlib"]),
    tests("ZipTests", ["Zip"]),
    tests("XMLStreamTests", ["XMLStream"]),
    tests("OpenPackagingTests", ["OpenPackaging", "Zip", "XMLStream"]),
    tests("XLSXTests", ["XLSX", "OpenPackaging", "Zip", "XMLStream", "Spreadsheet"]),
    tests("CSVTests", ["CSV", "Spreadsheet"]),
    tests(
      "TrustTests",
      [
        "XLSX", "OpenPackaging", "Zip", "XMLStream", "CSV", "SheetRender", "ReportImport",
        "ReportCheck", "ReportMatching", "ReportDiff", "TableDiff", "ReportMerge", "ReportRender",
        "ReportModel", "ProfileFile", "Spreadsheet", "yilan",
      ]),
    tests("SheetRenderTests", ["SheetRender", "Spreadsheet"]),
    tests("ReportModelTests", ["ReportModel", "Spreadsheet"]),
    tests(
      "ReportImportTests",
      [
        "ReportImport", "ReportModel", "XLSX", "Zip", "CSV", "Spreadsheet",
      ]),
    tests(
      "ReportCheckTests",
      [
        "ReportCheck", "ReportImport", "ReportModel", "XLSX", "Zip", "Spreadsheet",
      ]),
    tests("ReportMatchingTests", ["ReportMatching", "ReportImport", "ReportModel", "Spreadsheet"]),
    tests(
      "ReportDiffTests",
      [
        "ReportDiff", "ReportMatching", "ReportImport", "ReportModel", "Spreadsheet",
      ]),
    tests("TableDiffTests", ["TableDiff", "Spreadsheet"]),
    tests(
      "ReportMergeTests",
      [
        "ReportMerge", "ReportMatching", "ReportImport", "ReportModel", "Spreadsheet",
      ]),
    tests(
      "ReportRenderTests",
      [
        "ReportRender", "ReportMerge", "ReportDiff", "TableDiff", "ReportImport", "ReportCheck",
        "ReportMatching", "ReportModel", "SheetRender", "XLSX", "Zip", "CSV", "Spreadsheet",
      ]),
    tests(
      "ProfileFileTests",
      ["ProfileFile", "ReportMerge", "ReportImport", "ReportModel", "Spreadsheet"]),
    tests("YilanTests", ["XLSX", "Zip", "Spreadsheet"]),
  ]
)
