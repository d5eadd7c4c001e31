package org.saltwater.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.saltwater.identity.Person;
import org.saltwater.kernel.Role;

/// The invented people who run the practice.
enum Staff {
  COORDINATOR("Beatriz Holloway-Magalhães", Role.COORDINATOR),
  SUPERVISOR("Ragnheiður Eyjólfsdóttir", Role.SUPERVISOR),
  OPERATOR("Sam Underhill", Role.OPERATOR);

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private final String fullName;
  private final Role role;

  Staff(String fullName, Role role) {
    this.fullName = fullName;
    this.role = role;
  }

  Role role() {
    return role;
  }

  Person person() {
    var number = List.of(values()).indexOf(this);
    return new Person(
        DemoIds.staff(number), fullName, Names.email(fullName, "s" + number), Set.of(role), ZONE);
  }

  static List<Person> people() {
    return List.of(values()).stream().map(Staff::person).toList();
  }
}
