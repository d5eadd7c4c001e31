package org.saltwater.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// An article as it was typed, however wrong. Authors and sources stand one a line, languages with
/// spaces between them. A body may bring the rest along, as front matter: a file can be pasted.
public record ArticleForm(
    String title,
    String summary,
    String topic,
    String authors,
    String languages,
    String sources,
    String body) {
  /// Characters: about 6,000 words, half an hour to read.
  static final int LONGEST = 40_000;

  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST_SUMMARY = 300;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_SOURCE = 500;
  private static final int MOST_LINES = 60;
  private static final int MOST_LANGUAGES = 9;
  private static final Predicate<String> TAG = Pattern.compile("[a-z]{2,3}").asMatchPredicate();

  public ArticleForm(
      @Nullable String title,
      @Nullable String summary,
      @Nullable String topic,
      @Nullable String authors,
      @Nullable String languages,
      @Nullable String sources,
      @Nullable String body) {
    this.title = orEmpty(title);
    this.summary = orEmpty(summary);
    this.topic = orEmpty(topic);
    this.authors = orEmpty(authors);
    this.languages = orEmpty(languages);
    this.sources = orEmpty(sources);
    this.body = orEmpty(body).replace("\r\n", "\n");
  }

  static ArticleForm blank(String author) {
    return new ArticleForm("", "", "", author, "en", "", "");
  }

  static ArticleForm of(ArticleText text) {
    return new ArticleForm(
        text.title(),
        text.summary(),
        text.topic().code(),
        String.join("\n", text.authors()),
        String.join(" ", text.languages()),
        String.join("\n", text.sources()),
        text.body());
  }

  /// The same with what stands at the top of a pasted file in the fields that it belongs in.
  ///
  /// @throws Refusal `invalid`, with the field `body`, if the top of it can't be read
  ArticleForm unpacked() {
    return ArticleFile.hasFrontMatter(body) ? ArticleFile.read(body).typed() : this;
  }

  /// What is wrong, field by field; empty if nothing is.
  List<FieldProblem> listProblems() {
    var problems = new ArrayList<FieldProblem>();
    require(problems, "title", title, LONGEST_TITLE);
    require(problems, "summary", summary, LONGEST_SUMMARY);
    if (Topic.find(topic).isEmpty()) {
      problems.add(new FieldProblem("topic", "library.field.topic"));
    }
    require(problems, "body", body, LONGEST);
    requireLines(problems, "sources", lines(sources), LONGEST_SOURCE);
    if (lines(authors).isEmpty()) {
      problems.add(new FieldProblem("authors", "library.field.authors"));
    }
    requireLines(problems, "authors", lines(authors), LONGEST_NAME);
    if (tags().isEmpty() || tags().size() > MOST_LANGUAGES || !tags().stream().allMatch(TAG)) {
      problems.add(new FieldProblem("languages", "library.field.languages"));
    }
    return problems;
  }

  /// @throws Refusal `invalid` with the fields to look at again
  ArticleText text() {
    var problems = listProblems();
    if (!problems.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, problems);
    }
    return new ArticleText(
        title.strip(),
        summary.strip(),
        Topic.find(topic).orElseThrow(),
        lines(authors),
        tags(),
        lines(sources),
        body.strip() + "\n");
  }

  private static void require(
      List<FieldProblem> problems, String field, String typed, int longest) {
    if (typed.isBlank()) {
      problems.add(new FieldProblem(field, "library.field." + field));
    } else if (typed.strip().length() > longest) {
      problems.add(new FieldProblem(field, "library.field.long", longest, typed.strip().length()));
    }
  }

  private static void requireLines(
      List<FieldProblem> problems, String field, List<String> lines, int longest) {
    if (lines.size() > MOST_LINES) {
      problems.add(new FieldProblem(field, "library.field.many", MOST_LINES));
    } else if (lines.stream().anyMatch(line -> line.length() > longest)) {
      problems.add(new FieldProblem(field, "library.field.long-line", longest));
    }
  }

  private List<String> tags() {
    return Stream.of(languages.strip().split("[\\s,]+")).filter(tag -> !tag.isEmpty()).toList();
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
