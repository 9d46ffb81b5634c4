import ParallaxKit

extension InputFile {
  /// The inputs of a command: what its manifest lists, then what its arguments name.
  ///
  /// Articles of one file of many are read together, where the manifest first names the file.
  ///
  /// - Parameter event: The event whose articles are wanted; nil for all.
  /// - Throws: `ManifestError` for a manifest that cannot be read; `Failure` for a file that is not there, with
  ///   the line that names it.
  static func collect(
    manifest path: String?, event: String? = nil, _ arguments: [String]
  ) throws -> [InputFile] {
    var files: [InputFile] = []
    var containers: [String: Int] = [:]
    if let path {
      let manifest = try Manifest(try Files.read(path), name: path == "-" ? "standard input" : path)
      let entries = manifest.entries.filter { event == nil || $0.hints.event == event }
      if entries.isEmpty, let event {
        throw Failure.unusableInput("\(path): no article of the event “\(event)”")
      }
      for entry in entries {
        if let id = entry.id, let known = containers[entry.path] {
          files[known].selection?.add(id, entry.hints, line: entry.line)
        } else {
          if entry.id != nil { containers[entry.path] = files.count }
          files.append(try listed(entry, in: path))
        }
      }
    }
    return files + (try collect(arguments))
  }

  private static func listed(_ entry: Manifest.Entry, in manifest: String) throws(Failure) -> InputFile {
    if isAddress(entry.path) { return InputFile(path: entry.path, hints: entry.hints) }
    let path = entry.path.hasPrefix("/") ? entry.path : folder(of: manifest) + entry.path
    var isFolder = false
    guard Files.exists(path, isFolder: &isFolder) else {
      throw .missingInput(
        "\(manifest):\(entry.line): \(entry.path): no such file; paths are relative to the manifest")
    }
    if isFolder {
      throw .unusableInput("\(manifest):\(entry.line): \(entry.path) is a folder; a manifest lists files")
    }
    var file = try file(path)
    guard let id = entry.id else {
      file.hints = entry.hints
      return file
    }
    guard !file.isSingle else {
      throw .unusableInput(
        "\(manifest):\(entry.line): \(entry.path) is one article and has no “id”; only NDJSON (.jsonl, .ndjson)"
          + " and web archives (.warc) hold several")
    }
    var selection = RecordSelection(manifest: manifest)
    selection.add(id, entry.hints, line: entry.line)
    file.selection = selection
    return file
  }

  /// The folder a file lies in, with its slash; nothing for this one.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
