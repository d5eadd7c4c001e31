package org.saltwater.library;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;
import org.saltwater.site.Page;

/// An article as a form.
///
/// @param address where it is sent
/// @param slug as typed, for a new one
/// @param isNew whether its address can still be chosen
/// @param base see [Read]
/// @param fromShipped whether its text began as the one that came with this Saltwater
/// @param preview what it would look like; null if nobody asked
/// @param other who saved it meanwhile; null if nobody did
public record EditView(
    String address,
    String slug,
    boolean isNew,
    int version,
    String base,
    boolean fromShipped,
    ArticleForm form,
    FormErrors errors,
    @Nullable String preview,
    @Nullable Other other) {
  /// Someone whose text would be written over; it stays in the history.
  public record Other(String name, Instant at) {}

  public int longest() {
    return ArticleForm.LONGEST;
  }

  public List<Option> topics(Page page) {
    return Stream.concat(
            Stream.of(new Option("", page.say("library.edit.topic.none"))),
            Stream.of(Topic.values())
                .map(it -> new Option(it.code(), page.say("library.topic." + it.code()))))
        .toList();
  }

  Read read() {
    return new Read(version, base);
  }

  /// What the preview is written in; empty, which says nothing, while that can't be read.
  public String language() {
    var first = form.languages().strip().split("[\\s,]+")[0];
    return first.matches("[a-z]{2,3}") ? first : "";
  }

  EditView with(FormErrors problems) {
    return new EditView(
        address, slug, isNew, version, base, fromShipped, form, problems, preview, other);
  }

  EditView withPreview(String html) {
    return new EditView(
        address, slug, isNew, version, base, fromShipped, form, errors, html, other);
  }

  /// Saving once more writes over what the other saved, knowingly.
  EditView after(Other saved, Read now) {
    return new EditView(
        address, slug, isNew, now.version(), now.base(), fromShipped, form, errors, preview, saved);
  }
}
