/// A relationship of a part.
struct SheetRelationship {
  var type: StaticString
  var target: String
  var isExternal = false
}
