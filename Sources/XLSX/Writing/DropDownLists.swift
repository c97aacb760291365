import Spreadsheet

/// The texts of drop-downs. A rule holds 255 characters; longer lists, and texts with commas or
/// quotes, stand on a hidden sheet, equal lists once.
struct DropDownLists {
  /// The hidden sheet's name.
  let sheetName = "_yilan_lists"
  /// The lists of the hidden sheet, a column each.
  private(set) var lists: [[String]] = []
  private var columns: [[String]: Int] = [:]

  /// The formula of a rule for these texts.
  mutating func formula(for items: [String]) -> String {
    let joined = items.joined(separator: ",")
    let isPlain = items.allSatisfy { item in
      !item.isEmpty && !item.contains(",") && !item.contains("\"") && !item.contains("\n")
        && item.first?.isWhitespace == false && item.last?.isWhitespace == false
        && !item.unicodeScalars.contains { $0.value < 0x20 }
    }
    if isPlain, joined.utf16.count <= 255, joined.first != "=" { return "\"\(joined)\"" }
    let column = columns[items] ?? lists.count
    if column == lists.count {
      columns[items] = column
      lists.append(items)
    }
    let letters = CellReference.columnName(column)
    return SheetNaming.quoted(sheetName) + "!$\(letters)$1:$\(letters)$\(items.count)"
  }
}
