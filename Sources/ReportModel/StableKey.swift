/// The identity of a row that survives other layouts and programs: the path of cleaned names.
///
/// Section numbers and serials take part only where the caller says that names alone are not
/// unique (invariant I3 of the model).
public struct StableKey: Hashable, Sendable {
  /// The matching keys of the names, from the section down; empty for a level without name.
  public let components: [String]
  /// Tells equal paths apart: a serial, or the count of earlier equal paths; empty if unique.
  public let discriminator: String

  /// Makes a key from names as displayed.
  public init(path: [String?], discriminator: String = "") {
    self.init(components: path.map { $0.map(CleanText.key) ?? "" }, discriminator: discriminator)
  }

  init(components: [String], discriminator: String) {
    self.components = components
    self.discriminator = discriminator
  }

  /// Sixteen hexadecimal digits (FNV-1a, 64 bits) that stand for the key in files.
  public var rowID: String {
    var hash = PathHash()
    for component in components { hash.add(component) }
    return hash.finished(with: discriminator)
  }
}

/// The hash of a path of cleaned names, level by level (FNV-1a, 64 bits).
private struct PathHash {
  private(set) var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ component: String) {
    mix(component)
    mix(0x1F)
  }

  /// The sixteen hexadecimal digits of the path with a discriminator.
  func finished(with discriminator: String) -> String {
    var copy = self
    copy.mix(discriminator)
    var digits: [UInt8] = []
    digits.reserveCapacity(16)
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: copy.state >> UInt64(shift)) & 0xF
      digits.append(digit < 10 ? digit &+ 0x30 : digit &+ 0x57)
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private mutating func mix(_ text: String) {
    let bytes = text.utf8Span.span
    for index in bytes.indices { mix(bytes[index]) }
  }

  private mutating func mix(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}

extension Report {
  /// The stable key of every row, in the order of `rows`. Linear.
  ///
  /// Where several rows have one path, the section number and serial tell them apart, and where
  /// these are equal too, the count of earlier rows with the same ones.
  public func stableKeys() -> [StableKey] {
    var plain: [StableKey] = []
    plain.reserveCapacity(rowCount)
    forEachPath { path in plain.append(StableKey(components: path, discriminator: "")) }
    var counts: [StableKey: Int] = [:]
    counts.reserveCapacity(plain.count)
    for key in plain { counts[key, default: 0] += 1 }
    guard counts.count < plain.count else { return plain }
    var seen: [StableKey: Int] = [:]
    var number = 0
    forEachRow { row in
      let key = plain[number]
      if counts[key, default: 0] > 1 {
        let marks = "\(row.sectionNumber ?? "")/\(row.goalSerial ?? "")"
        let marked = StableKey(components: key.components, discriminator: marks)
        let earlier = seen[marked, default: 0]
        seen[marked] = earlier + 1
        plain[number] =
          earlier == 0
          ? marked
          : StableKey(components: key.components, discriminator: "\(marks)#\(earlier)")
      }
      number += 1
    }
    return plain
  }

  /// The `StableKey.rowID` of every row, in the order of `rows`. Linear; cheaper than the keys.
  public func rowIDs() -> [String] {
    var hashes: [PathHash] = []
    hashes.reserveCapacity(rowCount)
    forEachHash { hash in hashes.append(hash) }
    guard Set(hashes.map(\.state)).count == hashes.count else {
      return stableKeys().map(\.rowID)
    }
    return hashes.map { $0.finished(with: "") }
  }

  /// Calls a closure with the cleaned path of every row; each name is cleaned once.
  private func forEachPath(_ body: ([String]) -> Void) {
    func key(_ name: String?) -> String { name.map(CleanText.key) ?? "" }
    for section in sections {
      let one = key(section.name)
      for goal in section.goals {
        let two = key(goal.name)
        for action in goal.actions {
          let three = key(action.name)
          for task in action.tasks {
            let four = key(task.name)
            for indicator in task.indicators { body([one, two, three, four, key(indicator.name)]) }
          }
        }
      }
    }
  }

  /// Calls a closure with the hash of the path of every row.
  private func forEachHash(_ body: (PathHash) -> Void) {
    func down(_ hash: PathHash, _ name: String?) -> PathHash {
      var hash = hash
      hash.add(name.map(CleanText.key) ?? "")
      return hash
    }
    for section in sections {
      let one = down(PathHash(), section.name)
      for goal in section.goals {
        let two = down(one, goal.name)
        for action in goal.actions {
          let three = down(two, action.name)
          for task in action.tasks {
            let four = down(three, task.name)
            for indicator in task.indicators { body(down(four, indicator.name)) }
          }
        }
      }
    }
  }
}
