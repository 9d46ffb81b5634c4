/// Why a page could not be fetched.
package enum FetchError: Error, Equatable, CustomStringConvertible {
  /// libcurl is not installed.
  case noLibrary
  /// Not an address that is read.
  case unusableAddress(String, reason: String)
  /// The address leads to a machine that is not on the public internet.
  case localAddress(String, network: String, kind: String)
  /// More redirects than are followed.
  case tooManyRedirects(String, limit: Int)
  /// No answer came.
  case unreachable(String, reason: String)
  /// The answer was not complete in time.
  case timeout(String, reason: String)
  /// The server did not give the page.
  case status(String, Int)
  /// The answer is neither a page nor a text.
  case contentType(String, String)
  /// The answer is longer than the limit.
  case tooLarge(String, limit: Int)
  /// The answer is damaged.
  case damaged(String, reason: String)

  /// Short name for records and scripts; part of the contract, never reworded.
  package var code: String {
    switch self {
    case .noLibrary: "no-libcurl"
    case .unusableAddress: "unusable-address"
    case .localAddress: "local-address"
    case .tooManyRedirects: "too-many-redirects"
    case .unreachable: "unreachable"
    case .timeout: "timeout"
    case .status: "http-status"
    case .contentType: "content-type"
    case .tooLarge: "too-large"
    case .damaged: "damaged"
    }
  }

  /// Whether the page is not there, rather than there and not usable.
  package var isMissing: Bool {
    switch self {
    case .unreachable, .timeout, .status(_, 404), .status(_, 410): true
    default: false
    }
  }

  /// What is wrong and what would be right.
  package var description: String {
    switch self {
    case .noLibrary:
      "reading addresses needs libcurl, which is not on this machine; install it (libcurl4 on Debian and Ubuntu, libcurl on Fedora), or save the page and name the file"
    case .unusableAddress(let address, let reason): "\(address): \(reason)"
    case .localAddress(let address, let network, let kind):
      "\(address): leads to \(network), an address of this machine or a closed network (\(kind)); --allow-local permits that"
    case .tooManyRedirects(let address, let limit):
      "\(address): more than \(limit) redirects; open it in a browser and name the address it ends at"
    case .unreachable(let address, let reason): "\(address): cannot be reached: \(reason)"
    case .timeout(let address, let reason):
      "\(address): no complete answer in time (\(reason)); --timeout gives it longer"
    case .status(let address, let status):
      "\(address): the server answered with status \(status)\(Self.meaning(of: status)) instead of the page"
    case .contentType(let address, let type):
      "\(address): the server sent \(type); expected a web page (text/html) or a text"
    case .tooLarge(let address, let limit): "\(address): more bytes than the limit of \(limit)"
    case .damaged(let address, let reason): "\(address): \(reason)"
    }
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 401, 402: " (it asks for a subscription or password)"
    case 403: " (it refuses programs, or this one)"
    case 404, 410: " (there is no such page)"
    case 429: " (too many requests; wait a while)"
    case 451: " (withheld for legal reasons)"
    case 500...599: " (a fault of the server)"
    default: ""
    }
  }
}
