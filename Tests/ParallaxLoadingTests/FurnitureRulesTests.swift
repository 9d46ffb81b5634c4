import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Furniture by its words")
struct FurnitureRulesTests {
  private func role(_ text: String) -> Role? { FurnitureRules.role(of: PassageShape(Array(text.utf8))) }

  @Test(
    "Hits",
    arguments: [
      ("Advertisement", Role.advertisement), ("ADVERTISEMENT Advertisement", .advertisement),
      ("Story continues below advertisement", .advertisement), ("Sponsored", .advertisement),
      ("You must be logged in to post a comment.", .boilerplate),
      ("Du musst angemeldet sein, um einen Kommentar zu schreiben.", .boilerplate),
      ("No comments yet.", .boilerplate), ("(No ratings yet)", .boilerplate),
      ("Be the first to comment", .boilerplate), ("iStock.com", .credit), ("Getty", .credit),
      ("This post is sponsored by the ferry firm.", .promotion),
      ("*Werbung. Dieser Beitrag enthält Werbung für eine Fähre.", .promotion),
      ("AP Photo/Lena Ostrow", .credit), ("Photo by Lena Ostrow", .credit),
      ("(Lena Ostrow/Getty Images)", .credit),
      ("Lena Ostrow/Reuters", .credit), ("Image: Harbor Office", .credit),
      ("Editor’s Note: The goat did not answer.", .editorNote),
      ("Correction: An earlier version named the wrong pier.", .editorNote),
      ("Update (3:15 p.m.): The pier is open again.", .editorNote),
      ("Disclosure: The author owns a boat.", .editorNote),
      ("This story has been updated with a comment from the mayor.", .editorNote),
      ("Related: Who paid for the lamp?", .related), ("Trending on Ledger Video", .related),
      ("Read more: What the divers saw", .related), ("You may also like", .related),
      ("By Nora Whitcombe", .byline), ("By Nora Whitcombe and Idris Vale, Staff Writers", .byline),
      ("March 2, 2026", .byline), ("Updated 4:05 p.m., March 3, 2026", .byline),
      ("Subscribe to our newsletter today.", .promotion),
      ("Join the conversation as a Circle member", .promotion),
      ("Use promo code CREEL to get 40% off your first year!", .promotion),
      ("Follow us on Facebook.", .promotion), ("Donate now.", .promotion),
      ("Copyright © 2026 The Ledger. All rights reserved.", .boilerplate),
      ("Skip to main content", .boilerplate),
    ])
  func hits(text: String, expected: Role) { #expect(role(text) == expected) }

  @Test(
    "Near misses stay text",
    arguments: [
      "The advertisement showed a goat on a pier.", "No comments were made by the mayor.",
      "She was the first to comment on the pier.", "Getty paid for the wing, and for the lamp.",
      "Who must be logged in to see it, the office would not say.",
      "Sweden may join NATO, said the minister.",
      "The senator asked voters to donate to her campaign.",
      "“Join our movement,” she said, and nobody did.",
      "By noon the creels were on the steps.",
      "By Thursday all of it was gone.",
      "Updated rules for the harbor take effect in June, the council said.",
      "The correction came too late for most readers.",
      "Related industries lost 300 jobs in the same year, the bank said.",
      "Trade between the ports fell by 40% after the closing, the harbor office said.",
      "Note how little of it was read.",
      "The photo by the door showed her father.",
      "She said the photo was taken on March 2, 2026, at the pier.",
      "Support for the wall has grown.",
    ])
  func nearMisses(text: String) { #expect(role(text) == nil) }
}
