import ParallaxKit

extension InputFile {
  /// The inputs of a command: what its manifest lists, then what its arguments name.
  ///
  /// - Throws: `ManifestError` for a manifest that cannot be read; `Failure` for a file that is not there, with
  ///   the line that names it.
  static func collect(manifest path: String?, _ arguments: [String]) throws -> [InputFile] {
    var files: [InputFile] = []
    if let path {
      let manifest = try Manifest(try Files.read(path), name: path == "-" ? "standard input" : path)
      for entry in manifest.entries { files.append(try listed(entry, in: path)) }
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
    return InputFile(path: path, hints: entry.hints)
  }

  /// The folder a file lies in, with its slash; nothing for this one.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
