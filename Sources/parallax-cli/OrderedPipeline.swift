import Dispatch

/// Runs work on all cores and delivers the results in the order of the inputs, in bounded memory.
///
/// A thread of its own reads inputs, since reading may block; at most `2 × jobs` are under way or waiting to be
/// delivered, so a slow writer holds the reader back. Each result is delivered as soon as those before it are.
enum OrderedPipeline {
  /// Takes inputs until there are no more.
  ///
  /// - Parameters:
  ///   - jobs: How many run at the same time.
  ///   - next: Gives the next input, nil at the end; called from one thread.
  ///   - transform: The work on one input; called from any thread.
  ///   - deliver: Takes the results, in the order of the inputs.
  static func run<Input: Sendable, Output: Sendable>(
    jobs: Int, next: @escaping @Sendable () -> Input?, transform: @escaping @Sendable (Input) -> Output,
    deliver: (Output) throws -> Void
  ) async rethrows {
    if jobs == 1 {
      while let input = next() { try deliver(transform(input)) }
      return
    }
    // Made with 0 and raised, since a semaphore may not be freed below the value it was made with.
    let slots = DispatchSemaphore(value: 0)
    for _ in 0..<jobs * 2 { slots.signal() }
    let stopped = StopFlag()
    let (stream, continuation) = AsyncStream<Task<Output, Never>>.makeStream()
    DispatchQueue(label: "parallax.reader").async {
      while !stopped.isSet {
        slots.wait()
        guard !stopped.isSet, let input = next() else { break }
        continuation.yield(Task.detached { transform(input) })
      }
      continuation.finish()
    }
    do {
      for await task in stream {
        let output = await task.value
        slots.signal()
        try deliver(output)
      }
    } catch {
      stopped.set()
      slots.signal()
      throw error
    }
  }
}

/// A flag that one thread sets and another reads.
private final class StopFlag: @unchecked Sendable {
  // Guarded by its queue: Mutex would need a newer macOS.
  private let queue = DispatchQueue(label: "parallax.stop")
  private var flag = false

  var isSet: Bool { queue.sync { flag } }

  func set() { queue.sync { flag = true } }
}

/// Lets one thread at a time pull from a source that is not safe to share.
final class LockedSource<Element>: @unchecked Sendable {
  // Guarded by its queue.
  private let queue = DispatchQueue(label: "parallax.source")
  private let pull: () -> Element?

  init(_ pull: @escaping () -> Element?) { self.pull = pull }

  /// The next element, nil at the end.
  func next() -> Element? { queue.sync { pull() } }
}
