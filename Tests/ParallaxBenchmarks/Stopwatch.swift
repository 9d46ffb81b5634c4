import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Times work by the processor, in seconds.
enum Stopwatch {
  /// The median time of several runs on this thread, after one that warms up.
  static func median(of runs: Int = 5, _ work: () throws -> Void) rethrows -> Double {
    try work()
    var times: [Double] = []
    for _ in 0..<runs {
      let start = processorTime(CLOCK_THREAD_CPUTIME_ID)
      try work()
      times.append(processorTime(CLOCK_THREAD_CPUTIME_ID) - start)
    }
    return times.sorted()[runs / 2]
  }

  /// Medians of several kinds of work that take turns, so that a slow moment of the machine meets them all.
  static func medians(of runs: Int = 5, _ works: [() -> Void]) -> [Double] {
    for work in works { work() }
    var times = works.map { _ in [Double]() }
    for _ in 0..<runs {
      for (index, work) in works.enumerated() {
        let start = processorTime(CLOCK_THREAD_CPUTIME_ID)
        work()
        times[index].append(processorTime(CLOCK_THREAD_CPUTIME_ID) - start)
      }
    }
    return times.map { $0.sorted()[runs / 2] }
  }

  /// The median processor time of a command, all its threads, and its median wall time.
  static func command(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil, runs: Int = 5
  ) throws -> (processor: Double, wall: Double) {
    var processor: [Double] = []
    var wall: [Double] = []
    for _ in 0...runs {
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = arguments
      if let environment { process.environment = environment }
      process.standardOutput = FileHandle.nullDevice
      let used = childrenTime()
      let start = processorTime(CLOCK_MONOTONIC)
      try process.run()
      process.waitUntilExit()
      wall.append(processorTime(CLOCK_MONOTONIC) - start)
      processor.append(childrenTime() - used)
    }
    return (processor.dropFirst().sorted()[runs / 2], wall.dropFirst().sorted()[runs / 2])
  }

  private static func processorTime(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func childrenTime() -> Double {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    #else
      getrusage(RUSAGE_CHILDREN, &usage)
    #endif
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }
}
