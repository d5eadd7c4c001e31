/// Questionnaires as data: what is asked, in which order, and what an answer opens. Pure; it knows
/// nothing of browsers, people or storage.
@NullMarked
@NamedInterface("questionnaire")
package org.saltwater.intake.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
