import Testing

@testable import ParallaxFetching

@Suite("Addresses that are asked for")
struct WebAddressTests {
  @Test(
    "Scheme in lower case, letters outside ASCII escaped, no fragment",
    arguments: [
      ("https://ledger.example", "https://ledger.example"),
      ("HTTP://Ledger.example/a?b=c#d", "http://Ledger.example/a?b=c"),
      ("https://ledger.example/é x%20y", "https://ledger.example/%C3%A9%20x%20y"),
      ("https://münchen.example/ü", "https://münchen.example/%C3%BC"),
      ("http://[::1]:80/", "http://[::1]:80/"),
      ("http://a.example/mail@b.example", "http://a.example/mail@b.example"),
    ])
  func accepted(address: String, text: String) throws {
    #expect(try WebAddress(address).text == text)
  }

  @Test(
    "What is refused, with the reason",
    arguments: [
      ("file:///etc/passwd", "“file:”"), ("ftp://a.example/", "“ftp:”"), ("gopher://a", "“gopher:”"),
      ("javascript:alert(1)", "“javascript:”"), ("", "only http and https"), ("http://", "names no server"),
      ("https:///path", "names no server"), ("http://a:b@c.example/", "user name or password"),
      ("http://a.example\\@b.example/", nil), ("http://a.example/\r\nX: y", "control character"),
    ] as [(String, String?)])
  func refused(address: String, words: String?) {
    do throws(WebAddress.Refusal) {
      _ = try WebAddress(address)
      #expect(words == nil)
    } catch {
      #expect(words.map(error.reason.contains) == true, "\(error.reason)")
    }
  }
}
