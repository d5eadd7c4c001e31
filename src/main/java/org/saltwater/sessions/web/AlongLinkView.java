package org.saltwater.sessions.web;

/// What a link to come along shows before it is used up: nothing but a button.
///
/// @param action where the button leads
public record AlongLinkView(String action) {
  @Override
  public String toString() {
    return "AlongLinkView[redacted]";
  }
}
