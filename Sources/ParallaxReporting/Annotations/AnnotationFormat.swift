import ParallaxCore
import ParallaxScoring

/// The stand-off forms in which findings go to annotation tools.
public enum AnnotationFormat: String, Sendable, CaseIterable {
  /// W3C Web Annotation, JSON-LD.
  case w3c
  /// brat stand-off: a text and a list of annotations.
  case brat
  /// WebAnno TSV 3.3, for INCEpTION and WebAnno.
  case webanno

  /// A file of one article.
  public struct File: Sendable, Equatable {
    /// Ending of its name, without the dot.
    public var fileExtension: String
    /// Its content.
    public var bytes: [UInt8]
  }

  /// The files of an article.
  ///
  /// - Complexity: O(text + findings · log n).
  public func files(_ analysis: Analysis) -> [File] {
    switch self {
    case .w3c: [File(fileExtension: "jsonld", bytes: WebAnnotations.bytes(analysis))]
    case .brat:
      [
        File(fileExtension: "txt", bytes: analysis.article.text),
        File(fileExtension: "ann", bytes: BratStandoff.bytes(analysis)),
      ]
    case .webanno: [File(fileExtension: "tsv", bytes: WebAnnoTSV.bytes(analysis))]
    }
  }
}

/// Names for the files of articles: after the input's own name, none twice.
public struct AnnotationFileNames: Sendable {
  private var used: Set<String> = []

  /// No names yet.
  public init() {}

  /// A name without ending for an article: the last part of its path or URL, with what is safe in every file
  /// system, and a number where another article has it.
  public mutating func next(for id: String) -> String {
    let last = id.split(separator: "/").last.map(String.init) ?? ""
    let stem = last.lastIndex(of: ".").map { $0 > last.startIndex ? String(last[..<$0]) : last } ?? last
    var name = ""
    for scalar in stem.unicodeScalars.prefix(80) {
      let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar || scalar == "_")
      if isKept {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, !name.hasSuffix("-") {
        name += "-"
      }
    }
    while name.hasSuffix("-") { name.removeLast() }
    if name.isEmpty { name = "document" }
    var free = name
    var number = 2
    while !used.insert(free.lowercased()).inserted {
      free = "\(name)-\(number)"
      number += 1
    }
    return free
  }
}
