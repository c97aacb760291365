/// What a file is by its content, when it is no workbook that is read.
public enum FileKind: String, Hashable, Sendable {
  /// No bytes at all.
  case empty
  /// An OOXML document behind a password.
  case encrypted
  /// A workbook of Excel 97 to 2003 (BIFF).
  case xls
  /// Another document in an OLE2 container, such as `.doc`.
  case compoundFile
  /// A binary workbook.
  case xlsb
  /// A document of Word.
  case docx
  /// A presentation.
  case pptx
  /// An OpenDocument spreadsheet.
  case ods
  /// Another OpenDocument file.
  case openDocument
  /// A spreadsheet of Numbers.
  case numbers
  /// A web page, often made by an export and named `.xls`.
  case html
  /// A web page with its pictures in one file.
  case mhtml
  /// SpreadsheetML of 2003.
  case xmlSpreadsheet
  /// Other XML.
  case xml
  /// Text, such as CSV.
  case text
  /// Rich text.
  case rtf
  /// PDF.
  case pdf
  /// A compressed archive that is no zip.
  case otherArchive
  /// A picture.
  case image
  /// A zip archive that holds no document.
  case zip
  /// None of these.
  case unknown
}

extension FileKind {
  /// A stable code for scripts.
  public var code: String {
    switch self {
    case .empty: "EMPTY_FILE"
    case .encrypted: "PASSWORD_PROTECTED"
    case .xls: "IS_XLS"
    case .compoundFile: "IS_OLE2"
    case .xlsb: "IS_XLSB"
    case .docx: "IS_DOCX"
    case .pptx: "IS_PPTX"
    case .ods: "IS_ODS"
    case .openDocument: "IS_OPENDOCUMENT"
    case .numbers: "IS_NUMBERS"
    case .html: "IS_HTML"
    case .mhtml: "IS_MHTML"
    case .xmlSpreadsheet: "IS_XML_2003"
    case .xml: "IS_XML"
    case .text: "IS_TEXT"
    case .rtf: "IS_RTF"
    case .pdf: "IS_PDF"
    case .otherArchive: "IS_ARCHIVE"
    case .image: "IS_IMAGE"
    case .zip: "NO_WORKBOOK"
    case .unknown: "NOT_A_WORKBOOK"
    }
  }

  /// One sentence that names the file and says what to do, without a full stop.
  public var message: String {
    let save = "open it in Excel, WPS or LibreOffice and save it as .xlsx"
    return switch self {
    case .empty: "the file is empty (0 bytes): ask for it again"
    case .encrypted:
      "the file is password-protected: open it with its password and save it without one"
    case .xls: "the file is an old binary workbook (.xls), which is not read yet: \(save)"
    case .compoundFile:
      "the file is an old binary document (OLE2) and no workbook: export its table to .xlsx"
    case .xlsb: "the file is a binary workbook (.xlsb), which is not read yet: \(save)"
    case .docx: "the file is a Word document (.docx): copy its table into a workbook (.xlsx)"
    case .pptx: "the file is a presentation (.pptx): copy its table into a workbook (.xlsx)"
    case .ods: "the file is an OpenDocument spreadsheet (.ods), which is not read yet: \(save)"
    case .openDocument:
      "the file is an OpenDocument file and no spreadsheet: copy its table into a workbook (.xlsx)"
    case .numbers: "the file is a Numbers spreadsheet: export it as .xlsx"
    case .html: "the file is a web page (HTML) under another name: \(save)"
    case .mhtml: "the file is a web page (MHTML) under another name: \(save)"
    case .xmlSpreadsheet: "the file is an XML spreadsheet of 2003, which is not read yet: \(save)"
    case .xml: "the file is XML and no workbook: \(save)"
    case .text: "the file is plain text under another name: rename it to .csv, or \(save)"
    case .rtf: "the file is rich text (RTF): copy its table into a workbook (.xlsx)"
    case .pdf: "the file is a PDF: ask for the workbook that it was printed from"
    case .otherArchive: "the file is a compressed archive (RAR, 7z or gzip): unpack it first"
    case .image: "the file is a picture: ask for the workbook that it shows"
    case .zip: "the file is a zip archive that holds no workbook: unpack it first"
    case .unknown: "the file is no workbook and of no kind that is known: ask for it again as .xlsx"
    }
  }
}
