package org.saltwater.vault;

import java.util.UUID;

/// Where a sealed text is stored. It opens only there: one moved to another row or field is
/// refused.
///
/// @param table the table's name
/// @param row the row's id, made before sealing
/// @param field the column, or the column and what makes the text's place in it unique
public record Place(String table, UUID row, String field) {}
