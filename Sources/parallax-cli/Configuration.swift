import ParallaxKit
import Yams

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Settings of `parallax.yaml`; what the command line says wins over them.
///
///     lexicon: [lexicons/ours]
///     without: [slogan, "hedge:ymmv"]
///     only: [loaded, evaluative]
///     voices: author
///     favor: balanced
///     jobs: 4
struct Configuration: Equatable {
  var lexicons: [String] = []
  var without: [String] = []
  var only: [String] = []
  var voices: VoiceChoice?
  var favor: FavorChoice?
  var jobs: Int?

  static let fileName = "parallax.yaml"

  /// Reads the file named, else the nearest `parallax.yaml` above the working folder, else nothing.
  static func find(_ path: String?) throws(Failure) -> Configuration {
    if let path { return try read(path) }
    let manager = FileManager.default
    var folder = manager.currentDirectoryPath
    while true {
      let candidate = folder == "/" ? "/" + fileName : folder + "/" + fileName
      if manager.fileExists(atPath: candidate) { return try read(candidate) }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return Configuration() }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// Reads one settings file. Relative lexicon paths count from its folder.
  static func read(_ path: String) throws(Failure) -> Configuration {
    let bytes = try Files.read(path)
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw .unusableInput("\(path): not YAML: \(error)")
    }
    guard let root else { return Configuration() }
    guard let mapping = root.mapping else {
      throw .unusableInput("\(path): expected settings such as “only: [hedge]”")
    }
    var settings = Configuration()
    for (keyNode, value) in mapping {
      let key = keyNode.string ?? ""
      let place = "\(path):\(keyNode.mark?.line ?? 1):\(keyNode.mark?.column ?? 1)"
      switch key {
      case "lexicon", "lexicons":
        settings.lexicons = try strings(value, place, key).map { resolve($0, beside: path) }
      case "without": settings.without = try strings(value, place, key)
      case "only": settings.only = try strings(value, place, key)
      case "voices": settings.voices = try choice(value, place, key)
      case "favor": settings.favor = try choice(value, place, key)
      case "jobs":
        guard let jobs = value.int, jobs > 0 else {
          throw .unusableInput("\(place): “jobs” must be a whole number from 1")
        }
        settings.jobs = jobs
      default:
        throw .unusableInput(
          "\(place): unknown setting “\(key)”; known are lexicon, without, only, voices, favor and jobs")
      }
    }
    return settings
  }

  private static func strings(_ node: Node, _ place: String, _ key: String) throws(Failure) -> [String] {
    if let single = node.string { return [single] }
    guard let items = node.sequence else {
      throw .unusableInput("\(place): “\(key)” must be a word or a list of words")
    }
    var values: [String] = []
    for item in items {
      guard let text = item.string else { throw .unusableInput("\(place): “\(key)” must be a list of words") }
      values.append(text)
    }
    return values
  }

  private static func choice<T: RawRepresentable & CaseIterable>(
    _ node: Node, _ place: String, _ key: String
  ) throws(Failure) -> T where T.RawValue == String {
    guard let value = node.string.flatMap(T.init(rawValue:)) else {
      let known = T.allCases.map(\.rawValue).joined(separator: ", ")
      throw .unusableInput("\(place): “\(key)” must be one of \(known)")
    }
    return value
  }

  private static func resolve(_ path: String, beside file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return String(file[...slash]) + path
  }
}
