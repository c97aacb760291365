// The module XLSX; see Documentation/Architecture.md.
