//! Text to records and cells, each cell with its place.
