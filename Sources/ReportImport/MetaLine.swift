import ReportModel
import Spreadsheet

/// Splits label lines such as 填报单位：市教育局    模板版本：2025-Q4 into their entries.
struct MetaLine {
  /// A label with its value.
  struct Entry: Hashable {
    var label: String
    var value: String
  }

  /// The entries of a text, and nothing if it is no label line. `allowsAnyLabel` takes any short word
  /// before a colon for a label, as above a table.
  static func entries(in text: String, allowsAnyLabel: Bool = false) -> [Entry] {
    let marks = labels(in: Array(text.unicodeScalars), allowsAnyLabel: allowsAnyLabel)
    guard let first = marks.first, first.start == 0 else { return [] }
    let scalars = Array(text.unicodeScalars)
    return marks.indices.map { index in
      let mark = marks[index]
      let end = index + 1 < marks.count ? marks[index + 1].start : scalars.count
      return Entry(
        label: mark.label,
        value: value(scalars[min(mark.valueStart, end)..<end]))
    }
  }

  private static func value(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = CleanText.display(String(String.UnicodeScalarView(scalars)))
    for stamp in ["（盖章）", "(盖章)", "（公章）", "(公章)", "（签章）", "（签字）"] where text.hasSuffix(stamp) {
      text = String(text.dropLast(stamp.count))
    }
    while let last = text.last, "；;，,。".contains(last) { text.removeLast() }
    return text
  }

  private struct Mark {
    var label: String
    var start: Int
    var valueStart: Int
  }

  private static func labels(in scalars: [Unicode.Scalar], allowsAnyLabel: Bool) -> [Mark] {
    guard scalars.count <= 400 else { return [] }
    var marks: [Mark] = []
    for (colon, scalar) in scalars.enumerated() where scalar == ":" || scalar == "：" {
      let floor = marks.last?.valueStart ?? 0
      guard let mark = label(before: colon, floor: floor, scalars, allowsAnyLabel) else { continue }
      marks.append(mark)
    }
    return marks
  }

  private static func label(
    before colon: Int, floor: Int, _ scalars: [Unicode.Scalar], _ allowsAnyLabel: Bool
  ) -> Mark? {
    // The letters before the colon without white space, the last one first, with their places.
    var letters: [(scalar: Unicode.Scalar, place: Int)] = []
    var place = colon - 1
    var depth = 0
    while place >= floor, letters.count < 14 {
      let scalar = scalars[place]
      if scalar == ")" || scalar == "）" {
        depth += 1
      } else if scalar == "(" || scalar == "（" {
        depth -= 1
      } else if depth <= 0, !CleanText.isWhiteSpace(scalar) {
        letters.append((scalar, place))
      }
      place -= 1
    }
    for name in known where name.count <= letters.count {
      let matches = zip(name.reversed(), letters).allSatisfy { $0 == $1.scalar }
      guard matches else { continue }
      return Mark(
        label: String(String.UnicodeScalarView(name)),
        start: before(letters[name.count - 1].place, floor, scalars),
        valueStart: colon + 1)
    }
    guard allowsAnyLabel else { return nil }
    // Any other word up to the beginning or the white space before it.
    var start = colon
    var word = String.UnicodeScalarView()
    while start > floor {
      let scalar = scalars[start - 1]
      if CleanText.isWhiteSpace(scalar) { break }
      guard CleanText.isCJK(scalar) || scalar.properties.isAlphabetic else { return nil }
      word.insert(scalar, at: word.startIndex)
      start -= 1
    }
    let count = word.count
    guard count >= 2, count <= 8 else { return nil }
    return Mark(label: String(word), start: before(start, floor, scalars), valueStart: colon + 1)
  }

  /// White space and an opening bracket before a label belong to it.
  private static func before(_ place: Int, _ floor: Int, _ scalars: [Unicode.Scalar]) -> Int {
    var place = place
    while place > floor,
      CleanText.isWhiteSpace(scalars[place - 1]) || scalars[place - 1] == "（"
        || scalars[place - 1] == "("
    {
      place -= 1
    }
    return place
  }

  /// Labels that offices print, the longer ones first.
  private static let known: [[Unicode.Scalar]] = [
    "填报单位", "报送单位", "上报单位", "填报部门", "制表单位", "编制单位", "印发单位", "发文单位", "发布单位", "主办单位", "单位名称",
    "单位负责人", "统计负责人", "分管负责人", "主要负责人", "负责人", "填报人", "填表人", "制表人", "经办人", "审核人", "复核人", "签发人",
    "联系人", "联系电话", "联系方式", "电话", "填报日期", "填报时间", "填表日期", "填表时间", "报送日期", "报送时间", "报表日期", "制表日期",
    "制表时间", "上报日期", "上报时间", "日期", "模板版本", "表号", "批准文号", "制定机关", "有效期至", "数据截止", "数据截至", "截止日期",
    "截止时间", "统计时间", "统计日期", "报告期", "计量单位", "金额单位", "单位", "截至", "密级", "填报", "审核", "制表",
  ].sorted { $0.count > $1.count }.map { Array($0.unicodeScalars) }
}
