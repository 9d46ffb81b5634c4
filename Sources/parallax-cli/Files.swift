import ParallaxKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reading and writing files, with errors that say what to do.
enum Files {
  /// The bytes of a file.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    do {
      return try read(FileSource(path: path), path: path, limit: .max)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .unusableInput("\(error)")
    }
  }

  /// The bytes of a file or stream, unless there are more than the limit.
  static func read(_ source: any ByteSource, path: String, limit: Int) throws(LoadingError) -> [UInt8] {
    if let length = (source as? FileSource)?.length, length > limit {
      throw .tooLarge(source: path, bytes: length, limit: limit)
    }
    var bytes: [UInt8] = []
    while let piece = try source.next() {
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if bytes.count > limit { throw .overLimit(source: path, limit: limit, isDecompressed: false) }
    }
    return bytes
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

  /// Puts a file that is complete in the place of another.
  static func replace(_ path: String, with new: String) throws(Failure) {
    guard rename(new, path) == 0 else { throw .unwritableOutput("\(path): cannot be written") }
  }

  /// Removes a file.
  ///
  /// - Returns: Whether there was one.
  static func remove(_ path: String) -> Bool { unlink(path) == 0 }

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

  /// Keeps a page from filling the screen where no file is named for it.
  static func refuseTerminal(_ path: String?, instead file: String) throws(Failure) {
    if path == nil, Console.outputIsTerminal {
      throw .usage(
        "a page would fill the terminal; name a file for it with -o \(file), or - to see it all the same")
    }
  }
}
