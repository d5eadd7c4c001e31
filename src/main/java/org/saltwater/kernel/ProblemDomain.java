package org.saltwater.kernel;

/// What brings a person here, in twelve. The grain at which experience and outcome are compared in
/// matching.
public enum ProblemDomain {
  LOW_MOOD,
  ANXIETY_AND_PANIC,
  TRAUMA,
  GRIEF_AND_LOSS,
  RELATIONSHIPS,
  FAMILY,
  WORK_AND_BURNOUT,
  SLEEP,
  ALCOHOL_AND_DRUGS,
  EATING_AND_BODY,
  SELF_WORTH_AND_SHAME,
  SELF_HARM_AND_SUICIDAL_THOUGHTS
}
