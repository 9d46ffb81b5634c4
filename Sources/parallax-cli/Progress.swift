/// How far a run has come: a line rewritten in place on a terminal, a line a minute elsewhere.
struct Progress {
  private let total: Int?
  private let isShown: Bool
  /// Time between two lines.
  private let interval: Duration
  private var done = 0
  private let started = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  /// When and with how many the stretch began that the rate is taken from.
  private var stretch: (since: ContinuousClock.Instant, done: Int)

  /// - Parameters:
  ///   - total: How many inputs there are, where that is known.
  ///   - quiet: Whether nothing is to be said.
  ///   - everyMinute: Whether to say a line a minute where standard error is no terminal.
  init(total: Int?, quiet: Bool, everyMinute: Bool = false) {
    self.total = total
    isShown = !quiet && (Console.isTerminal || everyMinute)
    interval = Console.isTerminal ? .milliseconds(100) : .seconds(60)
    stretch = (started, 0)
  }

  /// Counts one input as done.
  mutating func advance() {
    done += 1
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - lastShown > interval else { return }
    lastShown = now
    let text = Self.text(
      done: done, total: total,
      rate: Double(done - stretch.done) / max((now - stretch.since).inSeconds, 0.001))
    // Articles that need no work go by first and fast; the rate follows within half a minute.
    if now - stretch.since > .seconds(30) { stretch = (now, done) }
    Console.write(Array((Console.isTerminal ? "\r\(text)\u{1B}[K" : "parallax: \(text)\n").utf8), to: 2)
  }

  /// Clears the line.
  func finish() {
    if isShown, Console.isTerminal { Console.write(Array("\r\u{1B}[K".utf8), to: 2) }
  }

  /// What is said: `[#####.....] 500/1000 articles, 120/s, 4 s left`.
  static func text(done: Int, total: Int?, rate: Double) -> String {
    var text = ""
    if let total, total > 0 {
      let filled = min(done * 20 / total, 20)
      text += "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled) + "] "
    }
    text += "\(done)"
    if let total { text += "/\(total)" }
    text += " articles, " + (rate >= 10 ? "\(Int(rate))" : "\((rate * 10).rounded() / 10)") + "/s"
    if let total, rate > 0 { text += ", " + duration(Double(max(total - done, 0)) / rate) + " left" }
    return text
  }

  private static func duration(_ seconds: Double) -> String {
    guard seconds < 1e9 else { return "a long time" }
    let whole = Int(seconds.rounded(.up))
    if whole < 120 { return "\(whole) s" }
    return whole < 7_200 ? "\(whole / 60) min" : "\(whole / 3_600) h \(whole % 3_600 / 60) min"
  }
}

extension Duration {
  /// As a number of seconds.
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
