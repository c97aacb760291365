import ArgumentParser

@main
struct Yilan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yilan", abstract: "Spreadsheets in, clean tables out.", version: "0.1.0")
}
