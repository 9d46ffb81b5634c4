import Foundation
import ParallaxFuzzing
import ParallaxKit

/// `parallax-fuzz --runs N --seed N --failures FOLDER SAMPLES…`: mutated input against the loader and the
/// analyzer. The input under way is kept in a file, so that it is there after a crash.
struct FuzzCommand {
  var runs = 100_000
  var seed: UInt64 = 1
  var failures = ".build/fuzz"
  var folders: [String] = []

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--runs": runs = rest.popFirst().flatMap { Int($0) } ?? runs
      case "--seed": seed = rest.popFirst().flatMap { UInt64($0) } ?? seed
      case "--failures": failures = rest.popFirst() ?? failures
      default: folders.append(argument)
      }
    }
  }

  /// Files of the folders in the order of their names, at most 40 MB of them.
  func samples() -> [[UInt8]] {
    var samples: [[UInt8]] = []
    var bytes = 0
    for folder in folders {
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      for name in names.sorted() where bytes < 40_000_000 {
        guard let data = FileManager.default.contents(atPath: folder + "/" + name), !data.isEmpty else {
          continue
        }
        bytes += data.count
        // A table of texts is a sample by the line.
        if name.hasSuffix(".tsv") {
          samples += data.split(separator: 0x0A).map { Array($0) }
        } else {
          samples.append(Array(data))
        }
      }
    }
    return samples + encoded(samples)
  }

  /// Short texts in single-byte encodings and UTF-16, which no page of UTF-8 has.
  private func encoded(_ samples: [[UInt8]]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for sample in samples.prefix(200) where sample.count < 4_000 {
      let text = String(decoding: sample, as: UTF8.self)
      let encodings: [String.Encoding] = [
        .windowsCP1250, .windowsCP1251, .windowsCP1252, .windowsCP1253, .windowsCP1254, .shiftJIS,
        .japaneseEUC,
        .utf16BigEndian, .utf16LittleEndian,
      ]
      for encoding in encodings { if let data = text.data(using: encoding) { found.append(Array(data)) } }
    }
    return found
  }

  func run() throws -> Int32 {
    let samples = samples()
    guard !samples.isEmpty else {
      FileHandle.standardError.write(Data("parallax-fuzz: no samples in \(folders)\n".utf8))
      return 66
    }
    try FileManager.default.createDirectory(atPath: failures, withIntermediateDirectories: true)
    guard let current = CurrentInput(path: failures + "/current") else { return 73 }
    var fuzz = FuzzRun(samples: samples, seed: seed, analyzer: try Analyzer())
    let clock = ContinuousClock()
    let start = clock.now
    var slowest = Duration.zero
    var failed = 0
    for run in 1...max(1, runs) {
      let (input, target, label) = fuzz.next()
      current.set(input)
      let began = clock.now
      let failure = fuzz.feed(input, target, label)
      let took = clock.now - began
      slowest = max(slowest, took)
      let fault = failure?.fault ?? (took > .seconds(2) ? "took \(took)" : nil)
      if let fault {
        failed += 1
        let path = "\(failures)/failure-\(seed)-\(run)"
        try Data(input).write(to: URL(fileURLWithPath: path))
        print("\(path) (\(target.rawValue) \(label)): \(fault)")
      }
      if run % 100_000 == 0 { progress(run, clock.now - start) }
    }
    current.remove()
    let ways = FuzzRun.Target.allCases.map { "\($0.rawValue) \(fuzz.counts[$0] ?? 0)" }.joined(
      separator: ", ")
    print("samples \(samples.count), seed \(seed); \(ways); refused \(fuzz.refused); slowest \(slowest)")
    progress(runs, clock.now - start)
    print("failures: \(failed)")
    return failed == 0 ? 0 : 1
  }

  private func progress(_ runs: Int, _ time: Duration) {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    print("\(runs) runs in \(Int(seconds)) s, \(Int(Double(runs) / max(seconds, 0.001))) runs/s")
    fflush(nil)
  }
}

/// A file in shared memory: a crash of the process leaves the last input in it.
struct CurrentInput {
  private let path: String
  private let memory: UnsafeMutableRawPointer
  private let descriptor: Int32

  init?(path: String) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0, ftruncate(descriptor, off_t(Mutator.longest + 8)) == 0,
      let memory = mmap(nil, Mutator.longest + 8, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      memory != MAP_FAILED
    else { return nil }
    self.memory = memory
  }

  /// Eight bytes of length in little endian, then the input.
  func set(_ input: [UInt8]) {
    memory.storeBytes(of: UInt64(input.count).littleEndian, as: UInt64.self)
    input.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { (memory + 8).copyMemory(from: base, byteCount: bytes.count) }
    }
  }

  func remove() { unlink(path) }
}

exit(try FuzzCommand(Array(CommandLine.arguments.dropFirst())).run())
