/// The names of months, weekdays and halves of days: Chinese where a format says so, else English.
struct DateNames {
  private let isChinese: Bool

  /// The names for a language code such as 0x804.
  init(language: Int?) {
    // The low ten bits are the language: 4 is Chinese in all its countries. F800 and F400 stand
    // for the settings of the machine and have no names of their own.
    let code = (language ?? 0) & 0xFFFF
    isChinese = code & 0x3FF == 4 && code < 0xF000
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let chineseMonths = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let chineseWeekdays = ["日", "一", "二", "三", "四", "五", "六"]

  /// 日 to 六.
  static func chineseWeekday(_ weekday: Int) -> String {
    chineseWeekdays[min(max(weekday, 0), 6)]
  }

  private static func index(_ month: Int) -> Int { min(max(month - 1, 0), 11) }

  /// `January`, 一月.
  func month(_ month: Int) -> String {
    let index = Self.index(month)
    return isChinese ? Self.chineseMonths[index] + "月" : Self.months[index]
  }

  /// `Jan`, 1月.
  func shortMonth(_ month: Int) -> String {
    isChinese ? "\(month)月" : String(Self.months[Self.index(month)].prefix(3))
  }

  /// `J`, 一.
  func monthLetter(_ month: Int) -> String {
    let names = isChinese ? Self.chineseMonths : Self.months
    return String(names[Self.index(month)].prefix(1))
  }

  /// `Sunday`, 星期日.
  func weekday(_ weekday: Int) -> String {
    isChinese
      ? "星期" + Self.chineseWeekday(weekday) : Self.weekdays[min(max(weekday, 0), 6)]
  }

  /// `Sun`, 周日.
  func shortWeekday(_ weekday: Int) -> String {
    isChinese
      ? "周" + Self.chineseWeekday(weekday)
      : String(Self.weekdays[min(max(weekday, 0), 6)].prefix(3))
  }

  /// `AM`, 上午.
  func halfDay(isMorning: Bool) -> String {
    if isChinese { return isMorning ? "上午" : "下午" }
    return isMorning ? "AM" : "PM"
  }
}
