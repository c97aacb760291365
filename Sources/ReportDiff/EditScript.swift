public import ReportModel

// The script speaks of nodes of the old report by their places: [1, 0] is the first goal of the
// second section. What it does not mention stays as it is. A node whose children are others, or in
// another order, lists them all: runs of old nodes, wherever they stood, and new ones.

/// The edits that make the new revision of a report out of the old one.
public struct EditScript: Hashable, Sendable {
  /// A node of the old report by the places of its section, goal, action, task and indicator, as far
  /// down as it stands; the report itself is empty.
  public typealias Path = [Int]

  /// One or more children of a node.
  public indirect enum Child: Hashable, Sendable {
    /// Old nodes that were neighbours: the first, and how many.
    case kept(Path, count: Int)
    /// A new node.
    case added(Addition)
  }

  /// A new node with its children.
  public struct Addition: Hashable, Sendable {
    /// The name.
    public var name: String?
    /// The number of a section, the serial of a goal.
    public var mark: String?
    /// The row, where the node is an indicator.
    public var indicator: Report.Indicator?
    /// The children, new ones and old ones.
    public var children: [Child]

    /// Makes a new node.
    public init(
      name: String?, mark: String? = nil, indicator: Report.Indicator? = nil,
      children: [Child] = []
    ) {
      self.name = name
      self.mark = mark
      self.indicator = indicator
      self.children = children
    }
  }

  /// What is other in a node that both revisions have.
  public struct NodeEdit: Hashable, Sendable {
    /// The old node.
    public var path: Path
    /// Name and number, where one of them is other.
    public var label: Label?
    /// The row, where one of its fields is other.
    public var indicator: Report.Indicator?
    /// All children, where they are others or in another order.
    public var children: [Child]?

    /// Makes an edit.
    public init(
      path: Path, label: Label? = nil, indicator: Report.Indicator? = nil,
      children: [Child]? = nil
    ) {
      self.path = path
      self.label = label
      self.indicator = indicator
      self.children = children
    }
  }

  /// The name of a node, and its number or serial.
  public struct Label: Hashable, Sendable {
    /// The name.
    public var name: String?
    /// The number of a section, the serial of a goal.
    public var mark: String?

    /// Makes a label.
    public init(name: String?, mark: String? = nil) {
      self.name = name
      self.mark = mark
    }
  }

  /// A fingerprint of what the old report says, so that no other is edited.
  public var oldFingerprint: String
  /// Title, label lines and further columns of the new report, in a report without sections, where
  /// any of them is other.
  public var head: Report?
  /// The edited nodes, by ascending path.
  public var nodes: [NodeEdit]
  /// The shared cells that the rows of the script belong to.
  public var groups: [Report.Group]
  /// The sheets that the addresses of the script refer to.
  public var sources: [SourceSheet]

  /// Makes a script.
  public init(
    oldFingerprint: String, head: Report? = nil, nodes: [NodeEdit] = [],
    groups: [Report.Group] = [], sources: [SourceSheet] = []
  ) {
    self.oldFingerprint = oldFingerprint
    self.head = head
    self.nodes = nodes
    self.groups = groups
    self.sources = sources
  }

  /// Whether there is nothing to edit.
  public var isEmpty: Bool { head == nil && nodes.isEmpty }
}
