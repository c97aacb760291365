// The module TableDiff; see Documentation/Architecture.md.
