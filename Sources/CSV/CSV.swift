// The module CSV; see Documentation/Architecture.md.
