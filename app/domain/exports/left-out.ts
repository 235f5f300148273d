import { type LeftOutCounts, type WithheldReason } from "./exports.ts";

/** What a file leaves out, counted while it is made: each response once, however often it is come by. */
export class LeftOut {
  readonly #withheld = new Map<number, WithheldReason>();
  readonly #redacted = new Map<number, number>();
  readonly #besideRedactions = new Set<string>();
  readonly #changed = new Set<number>();

  withhold(responseId: number, reason: WithheldReason) {
    this.#withheld.set(responseId, reason);
  }

  redact(responseId: number, places: number) {
    this.#redacted.set(responseId, places);
  }

  /** @param what is left out, such as "passage 12". */
  leaveBesideRedactions(what: string) {
    this.#besideRedactions.add(what);
  }

  leaveChanged(passageId: number) {
    this.#changed.add(passageId);
  }

  counts(): LeftOutCounts {
    const reasons = [...this.#withheld.values()];
    const of = (reason: WithheldReason) =>
      reasons.filter((one) => one === reason).length;
    return {
      withdrawn: of("withdrawn"),
      safeguarding: of("safeguarding"),
      consent: of("consent"),
      redactedResponses: this.#redacted.size,
      redactedPlaces: [...this.#redacted.values()].reduce((a, b) => a + b, 0),
      besideRedactions: this.#besideRedactions.size,
      changed: this.#changed.size,
    };
  }
}
