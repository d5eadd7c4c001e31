package org.saltwater.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.SignedIn;

/// What every template is given about the request around it.
///
/// @param path the path asked for, without its query
/// @param signedIn who reads the page; null for a visitor
/// @param at when it is read; null for a page that is made ahead
/// @param csrf the token that forms carry; empty where there is none
public record Page(
    Words words,
    String path,
    @Nullable SignedIn signedIn,
    @Nullable Instant at,
    String csrf,
    boolean demo,
    String practice,
    Assets assets) {

  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  /// The address of a file under `static/`, with its content's fingerprint so that it can be cached
  /// for a year.
  public String asset(String file) {
    return assets.address(file);
  }

  public List<Place> places() {
    return Place.listFor(signedIn);
  }

  public ZoneId zone() {
    return signedIn == null ? ZoneId.of("UTC") : signedIn.zone();
  }

  /// A moment in words, on the reader's clock.
  public String when(Instant moment, TimeForm form) {
    return when(moment, form, zone());
  }

  public String when(Instant moment, TimeForm form, ZoneId zone) {
    return form.write(words, moment, zone);
  }

  @Override
  public String toString() {
    return "Page[" + path + "]";
  }
}
