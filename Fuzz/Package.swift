// swift-tools-version: 6.2
import PackageDescription

// Fuzzing, apart from the package itself: `make fuzz` in the folder above runs every target for a
// minute with the address sanitizer.

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "yilan", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        .product(name: "YilanSpreadsheets", package: "yilan"),
        .product(name: "YilanReports", package: "yilan"),
      ])
  ]
)
