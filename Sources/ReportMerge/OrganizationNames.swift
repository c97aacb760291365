import ReportModel

/// Names of organizations as a profile knows them: split, and each reduced to one key.
struct OrganizationNames: Sendable {
  private let table: OrganizationTable

  init(_ table: OrganizationTable) {
    self.table = table
  }

  /// The names in a cell.
  func names(in text: String) -> [String] { table.split(text) }

  /// The key that all spellings of an organization share.
  func key(of name: String) -> String { table.key(of: name) }

  /// The keys of the organizations in a cell.
  func keys(in text: String) -> [String] { names(in: text).map { key(of: $0) } }

  /// Whether a text looks like the name of an organization.
  func looksLikeOrganization(_ text: String) -> Bool { table.looksLikeOrganization(text) }
}
