#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a manifest will lie, and so how it must name files.
///
/// Paths stay as they were typed where the manifest lies in this folder or goes to standard output. In a folder
/// below, `../` goes before them; where no such way is known from the names alone, they are made absolute.
struct ManifestPlace: Sendable {
  /// What stands before a relative path; nil where it must be made absolute.
  private let prefix: String?
  /// The folder with its slash, as it was typed.
  private let folder: String

  /// - Parameter output: The manifest as it was named; nil for standard output.
  init(of output: String?) {
    let path = output ?? "-"
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let steps = folder.split(separator: "/").filter { $0 != "." }
    let isKnown = !folder.hasPrefix("/") && !steps.contains("..")
    prefix = isKnown ? String(repeating: "../", count: steps.count) : nil
  }

  /// A file as the manifest must name it.
  func path(of file: String) -> String {
    if file.hasPrefix("/") || InputFile.isAddress(file) { return file }
    if !folder.isEmpty, file.hasPrefix(folder), file.utf8.count > folder.utf8.count {
      let inside = file.dropFirst(folder.count)
      if !inside.hasPrefix("/") { return String(inside) }
    }
    return (prefix ?? FileManager.default.currentDirectoryPath + "/") + file
  }
}
