// The module OpenPackaging; see Documentation/Architecture.md.
