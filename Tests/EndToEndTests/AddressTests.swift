import Foundation
import ParallaxFetching
import ParallaxKit
import ParallaxTestSupport
import Testing

/// Pages named by their address, from a server on this machine.
@Suite("Addresses", .enabled(if: Fetcher.isAvailable, "needs libcurl"))
struct AddressTests {
  private static let page =
    "<title>The pier</title><h1>The pier</h1><p>The reckless plan for the pier failed, critics say.</p>"

  @Test("a page is fetched and measured; the address given is its source")
  func page() throws {
    let server = try LoopbackServer([
      "/story": .redirect("/moved"), "/moved": .page(Self.page),
      "/own": .page("<link rel=canonical href='https://ledger.example/own'>" + Self.page),
      "/note": .body(Array("A bold plan, and a reckless one.".utf8), fields: ["Content-Type: text/plain"]),
    ])
    func document(_ path: String) throws -> JSONValue? {
      let outcome = try CommandRunner.run([
        "extract", server.address + path, "--format", "json", "--allow-local",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let analysis = try JSONParser.parse(outcome.output)
      #expect(analysis["id"]?.string == server.address + path)
      #expect(outcome.text.contains("reckless"))
      return analysis["document"]
    }
    let story = try document("/story")
    #expect(story?["source"]?.string == server.address + "/story")
    #expect(story?["url"]?.string == server.address + "/story")
    #expect(try document("/own")?["url"]?.string == "https://ledger.example/own")
    let note = try document("/note")
    #expect(note?["format"]?.string == "text" && note?["url"]?.string == server.address + "/note")
    let report = try CommandRunner.run(["report", server.address + "/story", "--allow-local"])
    #expect(report.status == 0 && report.text.contains("reckless"))
    let both = [server.address + "/story", server.address + "/own"]
    #expect(try CommandRunner.run(["compare", "--format", "csv", "--allow-local"] + both).status == 0)
    #expect(try CommandRunner.run(["extract", "--allow-local"] + both).lines.count == 2)
  }

  @Test("the server's encoding counts before the page's own")
  func encoding() throws {
    let body = Array("<meta charset=utf-8><p>Der Caf".utf8) + [0xE9, 0xA4] + Array(" is closed.</p>".utf8)
    let server = try LoopbackServer([
      "/": .body(body, fields: ["Content-Type: text/html; charset=windows-1251"])
    ])
    let outcome = try CommandRunner.run([
      "extract", server.address + "/", "--format", "json", "--allow-local",
    ])
    #expect(try JSONParser.parse(outcome.output)["document"]?["encoding"]?.string == "windows-1251")
  }

  @Test("what fails is told, with the status of input missing or not usable")
  func failures() throws {
    let server = try LoopbackServer([
      "/image": .body([1, 2], fields: ["Content-Type: image/png"]),
      "/file": .redirect("file:///etc/hostname"),
      "/slow": .slow([[], Array("HTTP/1.1 200 OK\r\n\r\n".utf8)], pause: 3), "/ok": .page(Self.page),
    ])
    for (path, status, words) in [
      ("/missing", 66, "status 404"), ("/image", 65, "the server sent image/png"), ("/file", 65, "“file:”"),
      ("/slow", 66, "no complete answer in time"),
    ] as [(String, Int32, String)] {
      let outcome = try CommandRunner.run([
        "extract", server.address + path, "--format", "json", "--allow-local", "--timeout", "0.5",
      ])
      #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome.errors)")
      #expect(outcome.errors.contains(server.address + path))
    }
    let refused = try CommandRunner.run(["extract", server.address + "/ok"])
    #expect(refused.status == 65 && refused.errors.contains("--allow-local permits that"))
    #expect(!server.requests.contains { $0.hasPrefix("GET /ok") })
    let some = try CommandRunner.run([
      "extract", server.address + "/missing", server.address + "/ok", "--format", "jsonl", "--allow-local",
    ])
    #expect(some.status == 2 && some.lines.count == 1)
    #expect(try CommandRunner.run(["extract", "http://user:word@a.example/"]).status == 65)
    #expect(try CommandRunner.run(["extract", server.address, "--timeout", "0"]).status == 64)
  }

  @Test("a page's own references are never followed")
  func references() throws {
    let server = try LoopbackServer(["/": .page("<p>Reached.</p>")])
    let address = server.address
    let page = """
      <?xml version="1.0"?><?xml-stylesheet href="\(address)/a.xsl" type="text/xsl"?>
      <!DOCTYPE html PUBLIC "-//X//DTD X//EN" "\(address)/x.dtd" [
        <!ENTITY one SYSTEM "\(address)/one"><!ENTITY % two SYSTEM "\(address)/two"> %two; ]>
      <html xmlns:xi="http://www.w3.org/2001/XInclude" manifest="\(address)/m"><head><base href="\(address)/">
      <meta http-equiv="refresh" content="0; url=\(address)/refresh"><link rel="stylesheet" href="\(address)/s.css">
      <script src="\(address)/s.js"></script><style>@import url(\(address)/i.css);</style></head>
      <body background="\(address)/b.png"><h1>The pier</h1><p>Words &one; and more words of the report.</p>
      <xi:include href="\(address)/include"/><img src="\(address)/i.png" srcset="\(address)/2.png 2x">
      <iframe src="\(address)/frame"></iframe><object data="\(address)/o"></object><video src="\(address)/v"></video>
      <p>The reckless plan failed, <a href="\(address)/link" ping="\(address)/ping">critics</a> say.</p></body></html>
      """
    let path = try CommandRunner.makeFolder().appending(path: "page.html")
    try Data(page.utf8).write(to: path)
    for command in ["report", "extract"] {
      let outcome = try CommandRunner.run([command, path.path, "--allow-local"])
      #expect(outcome.status == 0 && outcome.text.contains("reckless") && !outcome.text.contains("Reached"))
    }
    #expect(server.requests.isEmpty)
  }
}
