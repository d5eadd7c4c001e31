package org.saltwater.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone who has signed in.
record Someone(UUID id, Api api) {

  static Someone signedIn(Api visitor, String email, String password, @Nullable String code) {
    var answer =
        visitor.post(
            "/api/v1/sign-ins", new Wire.SignIn(email, password, code), Wire.SignedIn.class);
    return of(visitor, answer);
  }

  /// One click, as the sign-in page of a demo has it.
  static Someone invented(Api visitor, String role) {
    var people = visitor.get("/api/v1/demo/people", Wire.DemoPerson[].class);
    for (var person : people) {
      if (person.role().equals(role)) {
        var answer =
            visitor.post(
                "/api/v1/demo/sign-ins", new Wire.DemoSignIn(person.id()), Wire.SignedIn.class);
        return of(visitor, answer);
      }
    }
    throw new Surprise(
        "a " + role.toLowerCase(java.util.Locale.ROOT) + " in the demo", "it has none");
  }

  private static Someone of(Api visitor, Wire.SignedIn answer) {
    return new Someone(answer.person().id(), visitor.signedIn(answer.token()));
  }

  void signOut() {
    api.delete("/api/v1/sign-ins/current");
  }
}
