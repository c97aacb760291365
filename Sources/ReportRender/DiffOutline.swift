import ReportDiff
import ReportMatching

/// The changes of a comparison grouped by section, goal and node, as people read them.
struct DiffOutline {
  /// A goal, or a section as a whole, or the table as a whole where both names are nil.
  struct Group {
    var section: String?
    var goal: String?
    var nodes: [Node]
  }

  /// What happened to one node.
  struct Node {
    /// The names below the goal, the deepest last; empty for the goal itself.
    var names: [String]
    var changes: [ReportChange]
  }

  private(set) var groups: [Group] = []

  init(_ changes: [ReportChange]) {
    for change in changes {
      let path = change.newPath ?? change.oldPath
      let section = path?.first ?? nil
      let goal = path?.dropFirst().first ?? nil
      let names = (path ?? []).dropFirst(2).compactMap(\.self)
      if groups.last.map({ $0.section != section || $0.goal != goal }) ?? true {
        groups.append(Group(section: section, goal: goal, nodes: []))
      }
      let last = groups.count - 1
      if groups[last].nodes.last?.names != names || change.kind == .delete
        || groups[last].nodes.last?.changes.last?.kind == .delete
      {
        groups[last].nodes.append(Node(names: names, changes: []))
      }
      groups[last].nodes[groups[last].nodes.count - 1].changes.append(change)
    }
  }
}

/// What a change says in words, beside the names of its node.
struct DiffPhrase {
  /// What it is about: a field, or what happened.
  var label: String
  /// What was there; nil where a sentence says all.
  var old: String?
  /// What is there now; nil where a sentence says all.
  var new: String?
  /// The difference, the number of rows, the place, how sure the match is.
  var notes: [String] = []

  init(_ change: ReportChange, _ words: DiffVocabulary) {
    let language = words.language
    label = words.label(of: change)
    switch change.kind {
    case .value, .unit, .lead, .rename, .sectionRename:
      old = change.old ?? words.blank
      new = change.new ?? words.blank
    case .move:
      old = Self.parent(change.oldPath)
      new = Self.parent(change.newPath)
    case .reorder:
      if let place = change.place {
        notes.append(
          place.after.map { language("now after \($0)", "现位于“\($0)”之后") }
            ?? language("now at place \(place.position)", "现为第\(place.position)位"))
      } else if let field = change.field {
        notes.append(field)
      }
    case .columnAdd, .columnDelete: notes.append(change.field ?? "")
    case .add, .delete: break
    }
    if let delta = change.delta {
      notes.append((delta.hasPrefix("-") ? "" : "+") + delta)
    }
    if change.rows > 1 || change.kind == .add || change.kind == .delete {
      notes.append(words.rows(change.rows))
    }
    if let score = change.score, change.kind == .rename || change.isUncertain {
      let text = DiffJSON.spelled(score)
      notes.append(
        change.isUncertain
          ? language("uncertain, alike \(text)", "匹配存疑，相似度\(text)")
          : language("alike \(text)", "相似度\(text)"))
    }
  }

  /// The names above a node.
  private static func parent(_ path: [String?]?) -> String {
    let names = (path ?? []).compactMap(\.self)
    return names.dropLast().suffix(2).joined(separator: " › ")
  }
}
