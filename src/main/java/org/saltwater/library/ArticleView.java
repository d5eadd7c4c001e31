package org.saltwater.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.library.Shown.Standing;

/// An article as a page.
///
/// @param canonical the address under which it is known
/// @param help the address of the help page, to be typed from paper
/// @param data what search engines are told, as JSON that can stand in a page
public record ArticleView(
    Shown article,
    String html,
    int minutes,
    LocalDate today,
    List<Shown> related,
    String canonical,
    String help,
    String data) {
  public Standing standing() {
    return article.standingOn(today);
  }

  public int wordsAMinute() {
    return Rendered.WORDS_A_MINUTE;
  }

  public List<Source> sources() {
    return article.text().sources().stream().map(Source::of).toList();
  }

  public String authors() {
    return String.join(", ", article.text().authors());
  }

  public String reviewer() {
    return article.review().map(Review::name).orElse("");
  }

  public List<Jurisdiction> licences() {
    return article.review().map(Review::licences).orElse(List.of()).stream()
        .map(Jurisdiction::new)
        .toList();
  }

  public Instant reviewedOn() {
    return at(article.review().map(Review::on).orElse(today));
  }

  public Instant nextReview() {
    return at(article.review().map(Review::next).orElse(today));
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
