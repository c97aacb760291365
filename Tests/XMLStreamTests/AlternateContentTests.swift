import Testing
import XMLStream

@Suite struct AlternateContentTests {
  private func events(_ content: String) throws -> String {
    try EventLog.events(
      """
      <root xmlns="urn:main" xmlns:o="urn:other" xmlns:n="urn:new" \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\(content)</root>
      """)
  }

  @Test("The first branch whose namespaces are known stands for the whole")
  func firstKnown() throws {
    #expect(
      try events(
        """
        <mc:AlternateContent><mc:Choice Requires="n"><a>1</a></mc:Choice>\
        <mc:Choice Requires="o"><a>2</a></mc:Choice><mc:Choice Requires="o"><a>3</a></mc:Choice>\
        <mc:Fallback><a>4</a></mc:Fallback></mc:AlternateContent><b/>
        """) == "<root><a>2</a><b></b></root>")
  }

  @Test("The fallback is taken where no branch is known, and nothing where there is none")
  func fallback() throws {
    #expect(
      try events(
        """
        <mc:AlternateContent><mc:Choice Requires="o n"><a/></mc:Choice><mc:Fallback><c/>\
        </mc:Fallback></mc:AlternateContent><b/>
        """) == "<root><c></c><b></b></root>")
    #expect(
      try events(
        "<mc:AlternateContent><mc:Choice Requires='q'><a/></mc:Choice></mc:AlternateContent><b/>")
        == "<root><b></b></root>")
  }

  @Test("Branches may hold such elements themselves")
  func nested() throws {
    #expect(
      try events(
        """
        <mc:AlternateContent><mc:Choice Requires="o"><a><mc:AlternateContent>\
        <mc:Choice Requires="n"><b/></mc:Choice><mc:Fallback><c/></mc:Fallback>\
        </mc:AlternateContent></a></mc:Choice><mc:Fallback><x/></mc:Fallback>\
        </mc:AlternateContent>
        """) == "<root><a><c></c></a></root>")
  }
}
