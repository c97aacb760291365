// The module XMLStream; see Documentation/Architecture.md.
