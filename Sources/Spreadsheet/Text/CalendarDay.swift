/// A day of the calendar as a workbook counts it, the 29 February 1900 included.
struct CalendarDay: Hashable, Sendable {
  /// The year, 1900 to 9999.
  var year: Int
  /// The month, 1 to 12.
  var month: Int
  /// The day; 0 for the day before 1900-01-01.
  var day: Int
  /// The day of the week, 0 for Sunday.
  var weekday: Int
}

extension DateSystem {
  /// The serial numbers of the days that the system can show.
  var days: Range<Int> {
    switch self {
    case .year1900: 0..<2_958_466
    case .year1904: 0..<2_957_004
    }
  }

  /// The day with a serial number; nil outside of `days`.
  ///
  /// In the 1900 system 0 is shown as 1900-01-00 and 60 as 1900-02-29, as the programs do.
  func calendarDay(_ serial: Int) -> CalendarDay? {
    guard days.contains(serial) else { return nil }
    var since1970 = serial - 25_569
    // The week of the 1900 system goes on over its false day, so early weekdays are one off.
    var weekday = (serial + 6) % 7
    switch self {
    case .year1904:
      since1970 += 1462
      weekday = (serial + 1462 + 6) % 7
    case .year1900:
      if serial == 0 { return CalendarDay(year: 1900, month: 1, day: 0, weekday: weekday) }
      if serial == 60 { return CalendarDay(year: 1900, month: 2, day: 29, weekday: weekday) }
      if serial < 60 { since1970 += 1 }
    }
    let (year, month, day) = Self.civil(since1970)
    return CalendarDay(year: year, month: month, day: day, weekday: weekday)
  }

  /// Year, month and day of a number of days since 1970-01-01, in years that start in March, so
  /// that the leap day comes last.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension DateSystem {
  /// The serial number of a day of the Gregorian calendar; nil when there is no such day or the
  /// system cannot count it.
  public func serial(year: Int, month: Int, day: Int) -> Int? {
    guard (1900...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    var serial = era * 146_097 + dayOfEra - 719_468 + 25_569
    switch self {
    case .year1904: serial -= 1462
    case .year1900: if serial < 61 { serial -= 1 }
    }
    guard let found = calendarDay(serial), found.year == year, found.month == month,
      found.day == day, serial > 0 || self == .year1904
    else { return nil }
    return serial
  }
}
