#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// The processor time of the calling thread, which other programs on the machine do not lengthen.
///
/// For tests that a cost grows with its input and no faster: they compare two times of one run, far apart. How
/// fast the program is stands in `make benchmark`.
public enum ProcessorClock {
  /// The least processor time that `body` takes in a few runs.
  public static func measure(runs: Int = 3, _ body: () throws -> Void) rethrows -> Duration {
    var least = Duration.seconds(3_600)
    for _ in 0..<runs {
      let start = now
      try body()
      least = min(least, now - start)
    }
    return least
  }

  private static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
