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
    components = path.map { $0.map(CleanText.key) ?? "" }
    self.discriminator = discriminator
  }

  /// Sixteen hexadecimal digits (FNV-1a, 64 bits) that stand for the key in files.
  public var rowID: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    for component in components {
      component.utf8.forEach(mix)
      mix(0x1F)
    }
    discriminator.utf8.forEach(mix)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Report {
  /// The stable key of every row, in the order of `rows`. Linear.
  ///
  /// Where several rows have one path, the section number and serial tell them apart, and where
  /// these are equal too, the count of earlier rows with the same ones.
  public func stableKeys() -> [StableKey] {
    var rows: [(path: [String?], marks: String)] = []
    forEachRow { row in
      rows.append((row.path, "\(row.sectionNumber ?? "")/\(row.goalSerial ?? "")"))
    }
    let plain = rows.map { StableKey(path: $0.path) }
    var counts: [StableKey: Int] = [:]
    for key in plain { counts[key, default: 0] += 1 }
    var seen: [StableKey: Int] = [:]
    return zip(rows, plain).map { row, key in
      guard counts[key, default: 0] > 1 else { return key }
      let marked = StableKey(path: row.path, discriminator: row.marks)
      let earlier = seen[marked, default: 0]
      seen[marked] = earlier + 1
      return earlier == 0
        ? marked : StableKey(path: row.path, discriminator: "\(row.marks)#\(earlier)")
    }
  }
}
