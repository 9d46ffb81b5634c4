import ParallaxCore

/// What came of recomputing the numbers of a report from the data in it.
public struct ReportVerification: Sendable, Equatable {
  /// A place where the page does not say what its data give.
  public struct Mismatch: Sendable, Equatable {
    /// The part of the page, such as `kind “Caution”`.
    public var part: String
    /// What the data give.
    public var expected: String
    /// What stands there.
    public var found: String
  }

  /// Parts that were made anew and looked for.
  public var checked = 0
  /// Those that do not agree, in order; no more than `mostMismatches`.
  public var mismatches: [Mismatch] = []

  /// After so many the page is taken for another's.
  public static let mostMismatches = 20

  /// Recomputes a page.
  ///
  /// Every part that follows from the data is written anew by the code that writes reports, and must stand on
  /// the page byte for byte, one after the other.
  ///
  /// - Throws: `VerificationError` where the file is no report or its data cannot be read.
  /// - Complexity: O(page), and what making its numbers takes.
  public init(_ page: [UInt8]) throws(VerificationError) {
    let value = try Self.data(of: page)
    let parts: [VerifiedPart]
    switch value["schema"]?.string {
    case LedgerJSON.schema: parts = try ArticleLedger(value).parts
    case ComparisonLedger.schema: parts = try ComparisonLedger(value).parts
    default:
      throw .unknownSchema(value["schema"]?.string ?? "none")
    }
    var at = 0
    for part in parts where mismatches.count < Self.mostMismatches {
      checked += 1
      if let end = PageSearch.end(of: part.html, in: page, from: at) {
        at = end
      } else {
        mismatches.append(PageSearch.mismatch(part, in: page, from: at))
      }
    }
  }

  /// The JSON between the tags of the page's data block.
  private static func data(of page: [UInt8]) throws(VerificationError) -> JSONValue {
    let open = Array("<script id=\"data\" type=\"application/json\">".utf8)
    guard let start = PageSearch.end(of: open, in: page, from: 0),
      let end = PageSearch.end(of: Array("</script>".utf8), in: page, from: start)
    else { throw .noReport }
    do throws(JSONError) {
      return try JSONParser.parse(page[start..<end - 9])
    } catch {
      throw .damagedData(error.description)
    }
  }
}

/// A part of a page that follows from its data.
struct VerifiedPart: Sendable {
  /// What it is, for a message.
  var name: String
  /// As it is written.
  var html: [UInt8]

  /// Writes a part.
  init(_ name: String, _ write: (inout HTMLWriter) -> Void) {
    self.name = name
    var writer = HTMLWriter(capacity: 1_024)
    write(&writer)
    html = writer.bytes
  }
}

/// Why a file cannot be verified.
public enum VerificationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No page of Parallax that carries data.
  case noReport
  /// Data of another kind or version.
  case unknownSchema(String)
  /// Data that are no JSON, or lack what they must hold.
  case damagedData(String)

  /// What is wrong and what would be right.
  public var description: String {
    switch self {
    case .noReport: "is no report of Parallax: it has no data block; give a page that report or compare wrote"
    case .unknownSchema(let schema):
      "its data are of the kind “\(schema)”; this version reads \(LedgerJSON.schema) and "
        + "\(ComparisonLedger.schema)"
    case .damagedData(let problem): "its data cannot be read: \(problem)"
    }
  }
}
