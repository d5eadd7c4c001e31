package org.saltwater.home;

import java.util.List;

/// The open pages say the same to everyone.
///
/// @param tellsOfTears whether the library has the article about why people cry
public record LandingView(boolean tellsOfTears) {
  static final String TEARS = "why-people-cry";

  static final String QUESTIONNAIRE = "/begin";

  /// Where the questionnaire begins.
  public String begin() {
    return QUESTIONNAIRE;
  }

  /// What is told from studies, each with its source in the bundle (CLINICAL facts: alliance
  /// r=.278 and .275, Flückiger 2018; preferences d=.28, Swift 2018; matching d≈.75, Constantino
  /// 2021, and d=.11 in 10,100 courses; video and phone g=.04; crying, Bylsma 2008).
  public List<String> findings() {
    return List.of("alliance", "wishes", "match", "online", "tears");
  }
}
