/// The labels of merged ranges that have been read, by the number of the range in the table.
struct MergedLabelCache {
  private var labels: [Int: TableReader.Label] = [:]

  subscript(number: Int) -> TableReader.Label? {
    get { labels[number] }
    set { labels[number] = newValue }
  }
}
