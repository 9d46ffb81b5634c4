import ArgumentParser
import ParallaxEvaluation
import ParallaxKit
import ParallaxLexiconFormats
import ParallaxStorage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a command cannot go on, with the exit status that says so.
enum Failure: Error, Equatable {
  /// The input is there but cannot be used (65).
  case unusableInput(String)
  /// The input is not there (66).
  case missingInput(String)
  /// A fault in Parallax (70).
  case fault(String)
  /// The output cannot be written (73).
  case unwritableOutput(String)
  /// The command was used wrongly (64).
  case usage(String)

  /// What is wrong and what would be right.
  var message: String {
    switch self {
    case .unusableInput(let text), .missingInput(let text), .fault(let text), .unwritableOutput(let text),
      .usage(let text):
      text
    }
  }

  /// The exit status.
  var exitCode: ExitCode {
    switch self {
    case .unusableInput: ExitCode(65)
    case .missingInput: ExitCode(66)
    case .fault: ExitCode(70)
    case .unwritableOutput: ExitCode(73)
    case .usage: ExitCode(64)
    }
  }

  /// A short code for error records.
  var code: String {
    switch self {
    case .unusableInput: "unusable-input"
    case .missingInput: "missing-input"
    case .fault: "fault"
    case .unwritableOutput: "unwritable-output"
    case .usage: "usage"
    }
  }
}

/// Runs a command's work; a failure is told on standard error and becomes the exit status.
func reportingFailures<T>(_ work: () async throws -> T) async throws -> T {
  do {
    return try await work()
  } catch let failure as Failure {
    Console.error(failure.message)
    throw failure.exitCode
  } catch let error as LexiconError {
    Console.error("\(error)")
    throw ExitCode(65)
  } catch let error as EvaluationError {
    Console.error("\(error)")
    throw ExitCode(65)
  } catch let error as LexiconFormatError {
    Console.error("\(error)")
    throw ExitCode(65)
  } catch let error as LoadingError {
    Console.error("\(error)")
    throw ExitCode(65)
  } catch let error as AliasError {
    Console.error("\(error)")
    throw ExitCode(65)
  } catch let error as StorageError {
    Console.error("\(error)")
    throw ExitCode(65)
  } catch let error as ManifestError {
    Console.error("\(error)")
    throw ExitCode(65)
  }
}
