#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import ArgumentParser

/// When text on standard output is coloured.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// On a terminal, unless `NO_COLOR` is set.
  case auto
  case always
  case never

  /// Whether standard output is coloured.
  var isOn: Bool { isOn(descriptor: 1) }

  /// Whether a descriptor is coloured.
  func isOn(descriptor: Int32) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isatty(descriptor) == 1 && (environment("NO_COLOR") ?? "").isEmpty
        && environment("TERM") != "dumb"
    }
  }

  /// The words of a command line with `--color` alone completed to `--color=always`, as other tools
  /// take it.
  static func completed(_ words: [String]) -> [String] {
    guard words.contains("--color") else { return words }
    var isOption = true
    return words.enumerated().map { place, word in
      if word == "--" { isOption = false }
      guard isOption, word == "--color" else { return word }
      let next = place + 1 < words.count ? words[place + 1] : ""
      return ColorChoice(rawValue: next) == nil ? "--color=always" : word
    }
  }
}
