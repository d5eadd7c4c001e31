package org.saltwater.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What search engines are told of an article (schema.org `MedicalWebPage`, `Article`). A block of
/// data in the page, no script. Who reviewed it is told only if somebody did.
@JsonInclude(JsonInclude.Include.NON_NULL)
record StructuredData(
    @JsonProperty("@context") String context,
    @JsonProperty("@type") List<String> types,
    String url,
    String headline,
    String description,
    String inLanguage,
    List<Named> author,
    Named publisher,
    LocalDate dateModified,
    @Nullable Named reviewedBy,
    @Nullable LocalDate lastReviewed,
    List<String> citation) {
  private static final JsonMapper JSON = JsonMapper.shared();

  record Named(@JsonProperty("@type") String type, String name) {}

  static StructuredData of(Shown article, String url, String practice) {
    var text = article.text();
    var author = article.ours() ? "Organization" : "Person";
    return new StructuredData(
        "https://schema.org",
        List.of("MedicalWebPage", "Article"),
        url,
        text.title(),
        text.summary(),
        text.language(),
        text.authors().stream().map(name -> new Named(author, name)).toList(),
        new Named("Organization", practice),
        LocalDate.ofInstant(article.modified(), ZoneOffset.UTC),
        article.review().map(it -> new Named("Person", it.name())).orElse(null),
        article.review().map(Review::on).orElse(null),
        text.sources());
  }

  /// Nothing in it can end the block that it stands in, or begin another.
  String json() {
    return JSON.writeValueAsString(this)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }
}
