import ArgumentParser

/// The forms in which a command writes its result; each command has its own list.
protocol ResultForm: RawRepresentable<String>, CaseIterable, ExpressibleByArgument, Sendable {
  /// The form on standard output where nothing else is said.
  static var standard: Self { get }
  /// The form that an extension, in small letters and without its point, stands for.
  init?(fileExtension: String)
  /// Whether the form is text that standard output takes.
  var isText: Bool { get }
}

extension ResultForm {
  /// The form that `--to` names, else the one that the extension of the output stands for.
  ///
  /// An extension that stands for none, and a form that is no text without a file, are mistakes on the
  /// command line.
  static func chosen(to form: Self?, output: String?, isWritten: Bool = true) throws -> Self {
    guard let output, output != "-" else {
      let chosen = form ?? standard
      guard chosen.isText || !isWritten else {
        throw ValidationError(
          tr(
            "\(chosen.rawValue) is no text for standard output; give a file: -o FILE.\(chosen.rawValue)",
            "\(chosen.rawValue) 不是文本，不能写到标准输出；请用 -o 文件.\(chosen.rawValue)"))
      }
      return chosen
    }
    if let form { return form }
    let path = PathName(argument: output)
    if let form = Self(fileExtension: path.fileExtension) { return form }
    let forms = allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      tr(
        "the extension of '\(path.name)' stands for no form of this command; add --to with one of \(forms)",
        "“\(path.name)”的扩展名不对应本命令的任何形式；请加 --to，可用：\(forms)"))
  }
}
