/// What `Documentation/Architecture.md` says about the layers: its picture and its table.
struct LayerPicture {
  /// The side of the picture that a module stands on.
  enum Column { case meaning, formats, shared }

  /// The place of one module in the picture.
  struct Place: Equatable {
    let layer: Int
    let column: Column
  }

  /// The row of one module in the table.
  struct Row: Equatable {
    let ours: Set<String>
    let others: Set<String>
  }

  private(set) var places: [String: Place] = [:]
  private(set) var rows: [String: Row] = [:]
  /// Names that stand twice in the picture or in the table.
  private(set) var repeated: [String] = []

  static let cLibrary: Set<String> = ["Glibc", "Musl", "Darwin"]

  init(markdown: String, modules: Set<String>) {
    var split: Int?
    for line in markdown.split(separator: "\n").map(String.init) {
      if line.contains("meaning "), let start = line.range(of: "formats") {
        split = line.distance(from: line.startIndex, to: start.lowerBound)
      } else if let layer = line.first?.wholeNumberValue, line.dropFirst().hasPrefix(" ") {
        readPicture(line, layer: layer, split: split, modules: modules)
      } else if line.hasPrefix("| ") {
        readTable(line, modules: modules)
      }
    }
  }

  private mutating func readPicture(
    _ line: String, layer: Int, split: Int?, modules: Set<String>
  ) {
    var offset = 0
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let name = String(word)
      if modules.contains(name) {
        let column: Column =
          switch split {
          case nil: .shared
          case let split? where offset >= split: .formats
          default: name == "Spreadsheet" || name == "Threads" ? .shared : .meaning
          }
        if places.updateValue(Place(layer: layer, column: column), forKey: name) != nil {
          repeated.append(name)
        }
      }
      offset += word.count + 1
    }
  }

  private mutating func readTable(_ line: String, modules: Set<String>) {
    let cells = line.split(separator: "|").map(Self.names)
    guard cells.count == 3, let name = cells[0].first, modules.contains(name) else { return }
    var others = Set(cells[2])
    if others.remove("C") != nil { others.formUnion(Self.cLibrary) }
    if rows.updateValue(Row(ours: Set(cells[1]), others: others), forKey: name) != nil {
      repeated.append(name)
    }
  }

  private static func names(_ cell: Substring) -> [String] {
    cell.split(whereSeparator: { $0 == "," || $0 == " " || $0 == "`" }).map(String.init)
  }
}
