/// A law that an input broke without a trap.
struct FuzzFault: Error {
  var sentence: String
}
