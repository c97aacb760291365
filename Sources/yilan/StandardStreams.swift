#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The three standard streams, which may be closed from the start.
enum StandardStreams {
  /// Takes the numbers of streams that are closed, before any other file gets one of them.
  ///
  /// Otherwise what is printed would go into that file: into the pipe of the signals, or into an output. The
  /// descriptors put there are open the wrong way round, so that to read or write them fails as it would have.
  static func reserve() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      guard fcntl(stream, F_GETFD) < 0, errno == EBADF else { continue }
      // The least number that is free is this one: those below are open.
      _ = unsafe open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
