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
    self.init(keys: path.map { $0.map(CleanText.key) ?? "" }, discriminator: discriminator)
  }

  /// Makes a key from matching keys.
  init(keys components: [String], discriminator: String = "") {
    self.components = components
    self.discriminator = discriminator
  }

  /// The same path, told apart from its equals.
  func marked(_ discriminator: String) -> StableKey {
    StableKey(keys: components, discriminator: discriminator)
  }

  /// Sixteen hexadecimal digits (FNV-1a, 64 bits) that stand for the key in files.
  public var rowID: String { hash.digits }

  /// The number that stands for the key; different keys have the same one hardly ever.
  var fingerprint: UInt64 { hash.state }

  private var hash: ByteHash {
    var hash = ByteHash()
    for component in components { hash.add(level: component) }
    hash.add(discriminator)
    return hash
  }
}

extension ByteHash {
  /// Takes in a cleaned name of a path and what ends it.
  fileprivate mutating func add(level name: String) {
    add(name)
    add(0x1F)
  }

  /// The sixteen hexadecimal digits.
  fileprivate var digits: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(16)
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: state >> UInt64(shift)) & 0xF
      digits.append(digit < 10 ? digit &+ 0x30 : digit &+ 0x57)
    }
    return String(decoding: digits, as: UTF8.self)
  }
}

extension Report {
  /// The stable key of every row, in the order of `rows`. Linear.
  ///
  /// Where several rows have one path, the section number and serial tell them apart, and where
  /// these are equal too, the count of earlier rows with the same ones.
  public func stableKeys() -> [StableKey] {
    var keys = plainKeys()
    // Numbers are counted first: paths whose number is there once need not be compared.
    let numbers = keys.map(\.fingerprint)
    var counts: [UInt64: Int] = [:]
    counts.reserveCapacity(numbers.count)
    for number in numbers { counts[number, default: 0] += 1 }
    guard counts.count < numbers.count else { return keys }
    var equals: [StableKey: Int] = [:]
    for (key, number) in zip(keys, numbers) where counts[number, default: 0] > 1 {
      equals[key, default: 0] += 1
    }
    var seen: [StableKey: Int] = [:]
    var place = 0
    forEachRow { row in
      defer { place += 1 }
      let key = keys[place]
      guard counts[numbers[place], default: 0] > 1, equals[key, default: 0] > 1 else { return }
      let marks = "\(row.sectionNumber ?? "")/\(row.goalSerial ?? "")"
      let marked = key.marked(marks)
      let earlier = seen[marked, default: 0]
      seen[marked] = earlier + 1
      keys[place] = earlier == 0 ? marked : key.marked("\(marks)#\(earlier)")
    }
    return keys
  }

  /// The keys by path alone; the key of a name is made once for all rows below it.
  private func plainKeys() -> [StableKey] {
    var keys: [StableKey] = []
    keys.reserveCapacity(rowCount)
    var components = [String](repeating: "", count: 5)
    func key(_ name: String?) -> String { name.map(CleanText.key) ?? "" }
    for section in sections {
      components[0] = key(section.name)
      for goal in section.goals {
        components[1] = key(goal.name)
        for action in goal.actions {
          components[2] = key(action.name)
          for task in action.tasks {
            components[3] = key(task.name)
            for indicator in task.indicators {
              components[4] = key(indicator.name)
              keys.append(StableKey(keys: components))
            }
          }
        }
      }
    }
    return keys
  }

  /// The `StableKey.rowID` of every row, in the order of `rows`. Linear; cheaper than the keys.
  public func rowIDs() -> [String] {
    var hashes: [ByteHash] = []
    hashes.reserveCapacity(rowCount)
    forEachHash { hash in hashes.append(hash) }
    guard Set(hashes.map(\.state)).count == hashes.count else {
      return stableKeys().map(\.rowID)
    }
    return hashes.map(\.digits)
  }

  /// Calls a closure with the hash of the path of every row; each name is cleaned once.
  private func forEachHash(_ body: (ByteHash) -> Void) {
    func down(_ hash: ByteHash, _ name: String?) -> ByteHash {
      var hash = hash
      hash.add(level: name.map(CleanText.key) ?? "")
      return hash
    }
    for section in sections {
      let one = down(ByteHash(), section.name)
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
