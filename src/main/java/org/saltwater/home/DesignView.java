package org.saltwater.home;

import java.time.Instant;
import java.util.List;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;

/// What the page of parts shows in them.
public record DesignView() {
  public List<String> colours() {
    return List.of(
        "ground",
        "surface",
        "surface-sunk",
        "line",
        "edge",
        "ink",
        "ink-soft",
        "accent",
        "accent-strong",
        "accent-wash",
        "warm",
        "warm-wash",
        "good",
        "good-wash",
        "help",
        "help-wash");
  }

  public FormErrors errors(String scheme) {
    return new FormErrors(List.of(new FieldProblem(scheme + "-email", "problem.field.NotBlank")));
  }

  public List<Option> zones() {
    return List.of(
        new Option("Europe/Berlin", "Berlin"), new Option("Pacific/Auckland", "Auckland"));
  }

  public Instant moment() {
    return Instant.parse("2026-11-24T18:00:00Z");
  }
}
