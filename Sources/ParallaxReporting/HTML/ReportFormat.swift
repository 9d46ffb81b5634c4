/// How numbers and dates are written for readers, the same on every machine.
enum ReportFormat {
  /// A number with a fixed number of decimals: `12.50`.
  static func fixed(_ value: Double, decimals: Int = 1) -> String {
    guard value.isFinite else { return "–" }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(value) * Double(scale)).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let whole = Int(scaled)
    var text = grouped(whole / scale)
    if decimals > 0 {
      let fraction = String(whole % scale)
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return value < 0 && whole > 0 ? "−" + text : text
  }

  /// A number with as many decimals as it needs, at most `decimals`: `0.6`, `0.72`, `1`.
  static func short(_ value: Double, decimals: Int = 2) -> String {
    var text = fixed(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A whole number with commas between thousands: `12,345`.
  static func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return value < 0 ? "−" + text : text
  }

  /// A share as a whole percentage; `<1%` for a share that is small but not nothing.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let value = Double(part) * 100 / Double(whole)
    if part > 0 && value < 0.5 { return "<1%" }
    if part < whole && value > 99.5 { return ">99%" }
    return fixed(value, decimals: 0) + "%"
  }

  /// A count with its noun: `1 finding`, `2 findings`.
  static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(value)) \(value == 1 ? one : many ?? one + "s")"
  }

  /// Words joined as in a sentence: `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The day of an ISO 8601 date in words (`24 October 2025`), or the text itself when it is none.
  static func day(_ iso: String) -> String {
    let parts = iso.prefix(10).split(separator: "-")
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year)
    else { return iso }
    return "\(day) \(months[month - 1]) \(year)"
  }

  /// Geometry: a share of 100 with two decimals, for SVG attributes (`37.5%`).
  static func coordinate(_ share: Double) -> String {
    let clipped = min(max(share.isFinite ? share : 0, 0), 1)
    return short(clipped * 100).replacingComma + "%"
  }
}

extension String {
  /// Numbers in attributes take no thousands separator.
  fileprivate var replacingComma: String { filter { $0 != "," } }
}
