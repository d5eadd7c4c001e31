package org.saltwater.identity.link;

import java.util.HexFormat;
import org.saltwater.kernel.RandomSecret;

/// What opens an account, or a step of its own in it; only its hash is stored.
public record Token(String text) {
  public static Token random() {
    return new Token(RandomSecret.random());
  }

  public byte[] hash() {
    return RandomSecret.hash(text);
  }

  public String hashText() {
    return HexFormat.of().formatHex(hash());
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
