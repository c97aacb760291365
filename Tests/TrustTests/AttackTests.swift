import Testing

@Suite("Hostile workbooks are refused, or read as exactly what is in them")
struct AttackTests {
  @Test("Contents of an archive that lie", arguments: ZipAttacks.contents)
  func contents(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Packing methods other than deflate are refused by name", arguments: ZipAttacks.methods)
  func methods(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Headers of an archive that lie", arguments: ZipAttacks.headers)
  func headers(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Ends of an archive that lie", arguments: ZipAttacks.ends)
  func ends(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Numbers of zip64 that lie", arguments: WideZipAttacks.records)
  func wide(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Data descriptors", arguments: WideZipAttacks.descriptors)
  func descriptors(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Bombs pass a limit that is named", arguments: WideZipAttacks.bombs)
  func bombs(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Ways into a package", arguments: PackageAttacks.roots)
  func roots(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Targets of relationships", arguments: PackageAttacks.targets)
  func targets(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Lists of sheets, and parts that are damaged", arguments: PackageAttacks.lists)
  func lists(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Declarations and encodings of XML", arguments: XMLAttacks.declarations)
  func declarations(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("XML of a shape that cannot be", arguments: XMLAttacks.shapes)
  func shapes(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("XML inside values", arguments: XMLAttacks.values)
  func values(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Sheets cut short inside a sound archive", arguments: XMLAttacks.cuts)
  func cuts(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("References of cells", arguments: SheetAttacks.references)
  func references(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Numbers of rows", arguments: SheetAttacks.rows)
  func rows(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Numbers", arguments: SheetAttacks.numbers)
  func numbers(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Types of cells", arguments: SheetAttacks.types)
  func types(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Styles and dates out of range", arguments: SheetAttacks.styles)
  func styles(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Counts, dimensions, columns and merges that lie", arguments: SheetAttacks.counts)
  func counts(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Formulas", arguments: FormulaAttacks.all)
  func formulas(_ attack: Attack) throws { try AttackRunner.check(attack) }

  @Test("Files under a wrong name are told by what they are", arguments: MisnamedFiles.all)
  func misnamed(_ attack: Attack) throws { try AttackRunner.check(attack) }
}
