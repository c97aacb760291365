/// What a handler wants next.
public enum XMLFlow: Sendable {
  /// The next event.
  case proceed
  /// After the start of an element: nothing of its content, nor its end.
  case skip
  /// Nothing more. The handler keeps the reason.
  case stop
}
