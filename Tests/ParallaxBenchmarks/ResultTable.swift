import Foundation

/// The results as a table of plain text.
struct ResultTable {
  private var rows: [[String]] = [["measured", "MB/s", "per second", "ratio", "yardstick"]]
  /// Ratios that missed their limit, one sentence each.
  private(set) var misses: [String] = []

  /// A ratio of times (below 1 is faster than the yardstick) and the most it may be.
  struct Ratio {
    let value: Double
    let yardstick: String
    var limit: Double?
  }

  /// Adds what was measured of some bytes and items in a time.
  mutating func add(
    _ name: String, bytes: Int, items: Int, unit: String, seconds: Double, ratio: Ratio? = nil
  ) {
    rows.append([
      name, number(Double(bytes) / 1e6 / seconds), "\(number(Double(items) / seconds)) \(unit)",
      ratio.map { number($0.value) } ?? "", ratio?.yardstick ?? "",
    ])
    check(name, ratio)
  }

  /// Adds a time in milliseconds.
  mutating func add(_ name: String, seconds: Double, ratio: Ratio? = nil) {
    rows.append([
      name, "", "\(number(seconds * 1000)) ms", ratio.map { number($0.value) } ?? "", ratio?.yardstick ?? "",
    ])
    check(name, ratio)
  }

  private mutating func check(_ name: String, _ ratio: Ratio?) {
    guard let ratio, let limit = ratio.limit, ratio.value > limit else { return }
    misses.append(
      "\(name): \(number(ratio.value)) times \(ratio.yardstick); at most \(number(limit)) is asked")
  }

  private func number(_ value: Double) -> String {
    String(format: value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value)
  }

  /// The table, columns aligned.
  var rendered: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 || column == 4 ? cell + space : space + cell
      }.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
    }.joined(separator: "\n")
  }
}
