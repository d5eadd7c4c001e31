package org.saltwater.identity.secondstep;

import io.nayuki.qrcodegen.QrCode;

/// What a person needs to set their authenticator app up.
///
/// @param uri what the picture says
/// @param secret the same to type, in groups of four
public record Enrolment(String uri, String secret) {

  /// Squares along one side of the picture.
  public int size() {
    return code().size;
  }

  /// The dark squares, as an SVG path of one unit each.
  public String path() {
    var code = code();
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  private QrCode code() {
    return QrCode.encodeText(uri, QrCode.Ecc.MEDIUM);
  }

  @Override
  public String toString() {
    return "Enrolment[redacted]";
  }
}
