package org.saltwater.library;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.util.DigestUtils;

/// An article that came with Saltwater.
///
/// @param digest another one for each text
record ShippedArticle(
    String slug, ArticleText text, LocalDate modified, Optional<Review> review, String digest) {
  static ShippedArticle of(String slug, String content) {
    var file = ArticleFile.readShipped(content);
    var review =
        file.said("reviewer").isEmpty()
            ? Optional.<Review>empty()
            : Optional.of(
                new Review(
                    file.said("reviewer"),
                    file.said("licence").lines().toList(),
                    file.day("reviewed"),
                    file.day("next-review")));
    return new ShippedArticle(
        slug,
        file.typed().text(),
        file.day("modified"),
        review,
        DigestUtils.md5DigestAsHex(content.getBytes(StandardCharsets.UTF_8)));
  }
}
