#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import ArgumentParser

/// The language of help and messages.
enum Language: String, ExpressibleByArgument, Sendable {
  case zh
  case en

  /// The language that help and messages take: `--lang`, else the locale, else English.
  static let current: Language = {
    let words = RawArguments.current()
    for (index, word) in words.enumerated() {
      if word == "--" { break }
      if word.hasPrefix("--lang="), let language = Language(rawValue: String(word.dropFirst(7))) {
        return language
      }
      if word == "--lang", index + 1 < words.count,
        let language = Language(rawValue: words[index + 1])
      {
        return language
      }
    }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      return value.hasPrefix("zh") ? .zh : .en
    }
    return .en
  }()
}

/// The text in the language of the user.
func tr(_ english: String, _ chinese: String) -> String {
  Language.current == .zh ? chinese : english
}

/// The value of an environment variable.
func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}
