internal import Spreadsheet
internal import XMLStream

/// Reads the notes of a sheet (ECMA-376 Part 1, 18.7).
struct CommentsHandler: XMLHandler {
  static let roots = [SheetSpace.root(.comments)]

  private(set) var comments: [Comment] = []
  private var authors: [String] = []
  private var path: [SheetWord] = []
  private var text: [UInt8] = []

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard let word = element.mainWord, word != .rPh, word != .phoneticPr else { return .skip }
    switch word {
    case .author: text.removeAll(keepingCapacity: true)
    case .comment:
      guard let reference = element.value(.ref).flatMap({ CellReference($0) }) else {
        return .skip
      }
      text.removeAll(keepingCapacity: true)
      let author = element.integer(.authorId) ?? -1
      comments.append(
        Comment(
          reference: reference, author: authors.indices.contains(author) ? authors[author] : "",
          text: ""))
    default: break
    }
    path.append(word)
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow {
    if path.last == .t || path.last == .author { text.append(bytes) }
    return .proceed
  }

  mutating func end(_ name: XMLName) -> XMLFlow {
    switch path.popLast() {
    case .author: authors.append(takeText())
    case .comment: comments[comments.count - 1].text = takeText()
    default: break
    }
    return .proceed
  }

  private mutating func takeText() -> String {
    TextEscapes.decode(&text, from: 0)
    defer { text.removeAll(keepingCapacity: true) }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Reads threads of comments ([MS-XLSX] 2.6.205).
struct ThreadedCommentsHandler: XMLHandler {
  static let roots = [SheetSpace.root(.ThreadedComments, namespace: SheetSpace.threaded)]

  private(set) var comments: [Comment] = []
  private let persons: [String: String]
  private var text: [UInt8] = []
  private var isInText = false

  init(persons: [String: String]) {
    self.persons = persons
  }

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard element.name.namespace == SheetSpace.threaded else { return .skip }
    switch SheetWord(rawValue: element.name.local) {
    case .threadedComment:
      guard let reference = element.value(.ref).flatMap({ CellReference($0) }) else {
        return .skip
      }
      let author = element.value(.personId).flatMap { persons[$0] } ?? ""
      comments.append(Comment(reference: reference, author: author, text: "", isThreaded: true))
    case .text:
      isInText = true
      text.removeAll(keepingCapacity: true)
    default: break
    }
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow {
    if isInText { text.append(bytes) }
    return .proceed
  }

  mutating func end(_ name: XMLName) -> XMLFlow {
    if isInText, name.local == SheetWord.text.rawValue {
      isInText = false
      if !comments.isEmpty {
        comments[comments.count - 1].text = String(decoding: text, as: UTF8.self)
      }
    }
    return .proceed
  }
}

/// Reads the names of those who wrote threads of comments.
struct PersonsHandler: XMLHandler {
  static let roots = [SheetSpace.root(.personList, namespace: SheetSpace.threaded)]

  private(set) var names: [String: String] = [:]

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard element.name.namespace == SheetSpace.threaded else { return .skip }
    if let id = element.value(.id) { names[id] = element.value(.displayName) ?? "" }
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow { .proceed }
  mutating func end(_ name: XMLName) -> XMLFlow { .proceed }
}
