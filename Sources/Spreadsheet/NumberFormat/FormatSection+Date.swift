// Dates, times and elapsed time.

extension FormatSection {
  /// The parts of a date that is being shown.
  private struct Moment {
    var day: CalendarDay
    /// Milliseconds since midnight.
    var time: Int
    /// Milliseconds since day 0.
    var elapsed: Int
  }

  /// Appends a number as the date, time or span that the section shows.
  func appendDate(_ value: Double, dateSystem: DateSystem, to output: inout [UInt8]) {
    let isDuration = dateKind == .duration
    guard value >= 0 || isDuration, value.magnitude < 1e8,
      let milliseconds = Int(exactly: (value.magnitude * 86_400_000).rounded())
    else {
      output.append(contentsOf: "########".utf8)
      return
    }
    let rounded = roundedToShown(milliseconds)
    let (serial, time) = rounded.quotientAndRemainder(dividingBy: 86_400_000)
    var day = dateSystem.calendarDay(serial)
    if isDuration { day = CalendarDay(year: 1900, month: 1, day: 0, weekday: 6) }
    guard let day else {
      output.append(contentsOf: "########".utf8)
      return
    }
    if value < 0, rounded > 0 { output.append(UInt8(ascii: "-")) }
    if let plainDate {
      plainDate.append(day, time: time, to: &output)
      return
    }
    append(Moment(day: day, time: time, elapsed: rounded), to: &output)
  }

  /// A time is rounded to the last digit of its seconds, shown or not; a day is not rounded up.
  private func roundedToShown(_ milliseconds: Int) -> Int {
    guard showsTime else { return milliseconds }
    let unit = [1000, 100, 10, 1][min(max(secondDecimals, 0), 3)]
    return (milliseconds + unit / 2) / unit * unit
  }

  private func append(_ moment: Moment, to output: inout [UInt8]) {
    for token in tokens {
      switch token {
      case .date(let part, let count):
        if part.isDay {
          appendDay(part, count, moment.day, to: &output)
        } else {
          appendTime(part, count, moment, to: &output)
        }
      case .general: GeneralFormat.append(Double(moment.elapsed) / 86_400_000, to: &output)
      default: appendOther(token, to: &output)
      }
    }
  }

  private func appendDay(
    _ part: DatePart, _ count: Int, _ day: CalendarDay, to output: inout [UInt8]
  ) {
    let names = DateNames(language: language)
    switch part {
    case .year:
      appendYear(count <= 2 ? day.year % 100 : day.year, digits: count <= 2 ? 2 : 4, to: &output)
    case .buddhistYear:
      let year = day.year + 543
      appendYear(count <= 2 ? year % 100 : year, digits: count <= 2 ? 2 : 4, to: &output)
    case .eraYear: appendYear(day.year, digits: 4, to: &output)
    case .month:
      switch count {
      case 1, 2: appendNumber(day.month, digits: count, to: &output)
      case 3: output.append(contentsOf: names.shortMonth(day.month).utf8)
      case 5: output.append(contentsOf: names.monthLetter(day.month).utf8)
      default: output.append(contentsOf: names.month(day.month).utf8)
      }
    case .day:
      switch count {
      case 1, 2: appendNumber(day.day, digits: count, to: &output)
      case 3: output.append(contentsOf: names.shortWeekday(day.weekday).utf8)
      default: output.append(contentsOf: names.weekday(day.weekday).utf8)
      }
    case .weekday:
      // `aaa` and `aaaa` are East Asian in any language.
      if count >= 4 { output.append(contentsOf: "星期".utf8) }
      output.append(contentsOf: DateNames.chineseWeekday(day.weekday).utf8)
    default: break
    }
  }

  private func appendTime(
    _ part: DatePart, _ count: Int, _ moment: Moment, to output: inout [UInt8]
  ) {
    let hour = moment.time / 3_600_000
    let isMorning = hour < 12
    switch part {
    case .hour:
      let shown = hasHalfDays ? (hour % 12 == 0 ? 12 : hour % 12) : hour
      appendNumber(shown, digits: count, to: &output)
    case .minute: appendNumber(moment.time / 60_000 % 60, digits: count, to: &output)
    case .second: appendNumber(moment.time / 1000 % 60, digits: count, to: &output)
    case .secondFraction:
      output.append(UInt8(ascii: "."))
      for place in 0..<min(count, 30) {
        let digit = place < 3 ? moment.time % 1000 / [100, 10, 1][place] % 10 : 0
        output.append(UInt8(ascii: "0") + UInt8(digit))
      }
    case .halfDay:
      output.append(contentsOf: DateNames(language: language).halfDay(isMorning: isMorning).utf8)
    case .halfDayLetter: output.append(isMorning ? UInt8(ascii: "A") : UInt8(ascii: "P"))
    case .halfDayChinese: output.append(contentsOf: (isMorning ? "上午" : "下午").utf8)
    case .elapsedHours: appendNumber(moment.elapsed / 3_600_000, digits: count, to: &output)
    case .elapsedMinutes: appendNumber(moment.elapsed / 60_000, digits: count, to: &output)
    case .elapsedSeconds: appendNumber(moment.elapsed / 1000, digits: count, to: &output)
    default: break
    }
  }

  /// Years are read digit by digit in Chinese: 二〇二五.
  private func appendYear(_ year: Int, digits: Int, to output: inout [UInt8]) {
    guard numerals > 0 else { return output.appendDecimal(year, digits: digits) }
    var text: [UInt8] = []
    text.appendDecimal(year, digits: digits)
    for byte in text {
      ChineseNumerals.append(digit: byte - UInt8(ascii: "0"), numerals: numerals, to: &output)
    }
  }

  private func appendNumber(_ number: Int, digits: Int, to output: inout [UInt8]) {
    guard numerals > 0 else { return output.appendDecimal(number, digits: min(digits, 20)) }
    if digits > 1, number < 10 { ChineseNumerals.append(digit: 0, numerals: numerals, to: &output) }
    if number > 0 || digits == 1 {
      ChineseNumerals.append(number, numerals: numerals, dropsLeadingOne: true, to: &output)
    }
  }
}
