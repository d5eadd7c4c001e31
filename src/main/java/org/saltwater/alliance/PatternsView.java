package org.saltwater.alliance;

import java.util.List;
import org.saltwater.identity.Person;

/// Therapists who let a supervisor see their pattern, by name and without a figure beside it.
public record PatternsView(List<Person> therapists) {}
