package org.saltwater.matching;

/// How many of the 1,000 points each part of the score can give. Only the order that comes out is
/// used; nobody is shown a number.
///
/// What the research supports is a matter of degrees, so these are judgements, kept in one place:
///
/// - *wishes*: preferences honoured go with better outcome (d=.28) and fewer drop-outs (OR 1.79;
///   Swift et al. 2018, 53 studies). The best supported part, and the client's own word.
/// - *expertise*: working often with what brings the client. Little direct evidence; part of what
///   clients ask for.
/// - *outcome*: therapists differ (5–6 % of variance; Baldwin & Imel 2013). Matching on their
///   record per problem gave d≈.75 in one trial (Constantino et al. 2021, 48 therapists with ≥15
///   earlier cases) and d=.11 in 10,100 courses with availability respected (2025). We expect the
///   second, hence less than half of the wishes' weight.
/// - *soonest*: a free hour tomorrow beats one in two weeks. Our own judgement, and the smallest.
///
/// A therapist's age, sex, years and degree explain little of outcome and have no part of their
/// own; they count only where a client wishes for them.
record Weights(int wishes, int expertise, int outcome, int soonest) {
  static final Weights USUAL = new Weights(450, 200, 200, 150);

  Weights {
    if (wishes + expertise + outcome + soonest != 1_000) {
      throw new IllegalArgumentException("the parts must sum to 1,000");
    }
  }

  /// The k-th most important of several problems counts 1/k of the first; in sixtieths, so that
  /// the first six are whole numbers.
  static int ofProblem(int rank) {
    return 60 / (rank + 1);
  }
}
