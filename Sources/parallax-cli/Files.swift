import ParallaxKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reading and writing files, with errors that say what to do.
enum Files {
  /// The bytes of a file, or of standard input for `-`.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    if path == "-" { return readStandardInput() }
    var isFolder = false
    guard exists(path, isFolder: &isFolder) else { throw .missingInput("\(path): no such file") }
    if isFolder { throw .unusableInput("\(path): is a folder, not a file") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unusableInput("\(path): cannot be read (check its permissions)")
    }
    return [UInt8](data)
  }

  /// Whether something stands at a path.
  static func exists(_ path: String, isFolder: inout Bool) -> Bool {
    var flag = false
    #if canImport(FoundationEssentials) || canImport(Darwin)
      #if canImport(Darwin)
        var objectiveFlag: ObjCBool = false
        let found = FileManager.default.fileExists(atPath: path, isDirectory: &objectiveFlag)
        flag = objectiveFlag.boolValue
      #else
        let found = FileManager.default.fileExists(atPath: path, isDirectory: &flag)
      #endif
    #endif
    isFolder = flag
    return found
  }

  /// Writes a file whole, or says why not. The old file stays until the new one is complete.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .unwritableOutput("\(path): cannot be written (does the folder exist, and is there room?)")
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .unwritableOutput("\(path): the folder cannot be made")
    }
  }

  /// Writes to standard output.
  static func print(_ bytes: [UInt8]) throws(Failure) {
    guard Console.write(bytes, to: 1) else { throw .unwritableOutput("standard output cannot be written") }
  }

  /// Writes to a file where one is named, else to standard output.
  static func deliver(_ bytes: [UInt8], to path: String?) throws(Failure) {
    if let path, path != "-" { try write(bytes, to: path) } else { try print(bytes) }
  }

  private static func readStandardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var reader = DescriptorReader(descriptor: 0)
    while let chunk = reader.next() { bytes.append(contentsOf: chunk) }
    return bytes
  }
}
