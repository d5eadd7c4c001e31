package org.saltwater.identity.web;

import org.saltwater.identity.secondstep.Enrolment;
import org.saltwater.site.FormErrors;

/// The page that sets an authenticator app up.
///
/// @param action where its form goes
public record SecondStepView(Enrolment enrolment, String action, FormErrors errors) {}
