package org.saltwater.library;

import org.springframework.stereotype.Component;

/// What other modules may know of the library: what they may send a reader to.
@Component
public class Library {
  private final Shelf shelf;

  Library(Shelf shelf) {
    this.shelf = shelf;
  }

  /// Whether readers find it now. A practice may have withdrawn what came with Saltwater.
  public boolean isShown(String slug) {
    return shelf.find(slug).isPresent();
  }
}
