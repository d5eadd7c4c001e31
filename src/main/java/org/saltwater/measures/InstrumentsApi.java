package org.saltwater.measures;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Instruments and their scoring for programs. Scoring stores nothing.
@RestController
@RequestMapping("/api/v1/instruments")
@For(Audience.ANYONE)
class InstrumentsApi {
  private final Instruments instruments;

  InstrumentsApi(Instruments instruments) {
    this.instruments = instruments;
  }

  /// @param answers item link id to value; null, or an item left out, is missing
  record ScoreOrder(@NotNull Map<String, @Nullable Integer> answers) {
    @Override
    public String toString() {
      return "ScoreOrder[redacted]";
    }
  }

  @GetMapping
  List<Instrument> list() {
    return instruments.list();
  }

  @GetMapping("/{id}")
  Instrument get(@PathVariable String id) {
    return instruments.get(id);
  }

  @PostMapping("/{id}/score")
  Score score(@PathVariable String id, @RequestBody @Valid ScoreOrder order) {
    var instrument = instruments.get(id);
    var answers = Answers.ofGiven(order.answers());
    var problems =
        answers.values().entrySet().stream()
            .filter(answer -> !instrument.takes(answer.getKey(), answer.getValue()))
            .map(answer -> new FieldProblem(answer.getKey(), "measures.problem.answer"))
            .toList();
    if (!problems.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, problems);
    }
    return instrument.score(answers);
  }
}
