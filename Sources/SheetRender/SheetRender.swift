// The module SheetRender; see Documentation/Architecture.md.
