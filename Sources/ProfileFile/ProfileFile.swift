// The module ProfileFile; see Documentation/Architecture.md.
