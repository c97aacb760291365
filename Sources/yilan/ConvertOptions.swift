import ArgumentParser
import Spreadsheet
import XLSX

/// The forms that `convert` writes.
enum ConvertForm: String, CaseIterable, Sendable, ExpressibleByArgument {
  case csv, tsv, jsonl, json, markdown, html, xlsx, cells

  /// The form that an extension stands for.
  init?(fileExtension: String) {
    switch fileExtension {
    case "csv", "txt": self = .csv
    case "tsv": self = .tsv
    case "jsonl", "ndjson": self = .jsonl
    case "json": self = .json
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    default: return nil
    }
  }

  /// The extension of files in this form.
  var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .cells: "jsonl"
    default: rawValue
    }
  }

  /// Whether all sheets go into one result.
  var holdsAllSheets: Bool {
    switch self {
    case .cells, .json, .html, .xlsx: true
    case .csv, .tsv, .jsonl, .markdown: false
    }
  }

  /// Whether a single file can hold several sheets when it is asked to.
  var canHoldAllSheets: Bool { self != .csv && self != .tsv }

  /// How values are written unless asked: as data, or as people read them.
  var usualValues: ValuesOption { self == .html || self == .markdown ? .shown : .typed }

  /// Whether the result is text that standard output takes.
  var isText: Bool { self != .xlsx }
}

/// How values are written.
enum ValuesOption: String, CaseIterable, Sendable, ExpressibleByArgument {
  case typed, shown
}

/// Which cells of a merged range carry its value.
enum MergedOption: String, CaseIterable, Sendable, ExpressibleByArgument {
  case anchor, fill
}

/// What becomes of hidden rows, columns and sheets.
enum HiddenOption: String, CaseIterable, Sendable, ExpressibleByArgument {
  case include, skip
}

/// Encodings of text output.
enum EncodingOption: String, CaseIterable, Sendable, ExpressibleByArgument {
  case utf8 = "utf-8"
  case utf8BOM = "utf-8-bom"
  case gb18030
}

/// Line ends of text output.
enum LineEndingOption: String, CaseIterable, Sendable, ExpressibleByArgument {
  case lf, crlf
}

/// Who reads the large parts of a workbook.
enum ParserOption: String, CaseIterable, Sendable, ExpressibleByArgument {
  case automatic, libxml2

  /// The choice of the reader.
  var choice: ParserChoice {
    switch self {
    case .automatic: .automatic
    case .libxml2: .libxml2
    }
  }
}

/// Which sheets are wanted.
enum SheetChoice: Hashable, Sendable {
  /// The first visible sheet, or all where the form holds all.
  case standard
  /// All sheets.
  case all
  /// The sheet with a name.
  case named(String)
  /// The sheet at a position, counted from zero.
  case position(Int)
}

/// The choices of one `convert` run.
struct ConvertOptions: Sendable {
  var form: ConvertForm
  var sheet: SheetChoice = .standard
  var range: CellRange?
  var values: ValuesOption = .typed
  var merged: MergedOption = .anchor
  var hidden: HiddenOption = .include
  var encoding: EncodingOption = .utf8
  var lineEnding: LineEndingOption = .lf
  var guardsFormulas = false
  var types = false
  var parser = ParserChoice.automatic
  var limits = ReadLimits()
  var language: Language = .zh
}
