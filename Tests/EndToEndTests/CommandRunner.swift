import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs the built `parallax` as a user would.
enum CommandRunner {
  struct Outcome {
    var status: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A fixture's path.
  static func fixture(_ name: String) -> String { root.appending(path: "Tests/Fixtures/\(name)").path }

  /// Runs a command and waits for its end.
  static func run(_ arguments: [String], input: Data = Data(), folder: URL? = nil) throws -> Outcome {
    signal(SIGPIPE, SIG_IGN)  // A program that stops early must not stop the tests.
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? temporaryRoot
    let output = Pipe()
    let errors = Pipe()
    let source = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = source
    try process.run()
    // Both ends at once, or a full pipe would stop the program.
    let writer = Thread {
      try? source.fileHandleForWriting.write(contentsOf: input)
      try? source.fileHandleForWriting.close()
    }
    writer.start()
    let errorReader = ErrorReader(errors.fileHandleForReading)
    errorReader.start()
    let data = output.fileHandleForReading.everything()
    let said = errorReader.wait()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: data, errors: String(decoding: said, as: UTF8.self))
  }

  /// Makes an empty folder for one test.
  static func makeFolder() throws -> URL {
    let folder = temporaryRoot.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static let temporaryRoot: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "parallax-tests")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }()

  /// The binary beside the test runner; `PARALLAX_BINARY` names another.
  private static let binary: URL = {
    if let path = ProcessInfo.processInfo.environment["PARALLAX_BINARY"] { return URL(filePath: path) }
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
      path: "parallax")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return root.appending(path: ".build/debug/parallax")
  }()
}

extension FileHandle {
  /// All that is left; `readDataToEndOfFile` stops the program when a signal comes meanwhile.
  fileprivate func everything() -> Data {
    var data = Data()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = systemRead(fileDescriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return data }
      data.append(contentsOf: piece[..<count])
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

/// Reads a pipe to its end on a thread of its own.
private final class ErrorReader: @unchecked Sendable {
  // `data` is written before the semaphore is signalled and read after it is waited for.
  private let handle: FileHandle
  private let done = DispatchSemaphore(value: 0)
  private var data = Data()

  init(_ handle: FileHandle) { self.handle = handle }

  func start() {
    Thread {
      self.data = self.handle.everything()
      self.done.signal()
    }.start()
  }

  func wait() -> Data {
    done.wait()
    return data
  }
}
