import { type LeftOutCounts, type WithheldReason } from "./exports.ts";

/** What a file leaves out, counted while it is made: each response once, however often it is come by. */
export class LeftOut {
  readonly #withheld = new Map<number, WithheldReason>();
  readonly #redacted = new Map<number, number>();
  readonly #besideRedactions = new Set<string>();
  readonly #files = new Map<number, number>();
  readonly #changed = new Set<number>();
  readonly #notLookedAt = new Set<number>();

  withhold(responseId: number, reason: WithheldReason) {
    this.#withheld.set(responseId, reason);
  }

  redact(responseId: number, places: number) {
    this.#redacted.set(responseId, places);
  }

  /** Files that are withheld as a whole: none leaves, and nothing that is tagged in them. */
  leaveFiles(responseId: number, files: number) {
    this.#files.set(responseId, files);
  }

  /** @param what is left out, such as "passage 12". */
  leaveBesideRedactions(what: string) {
    this.#besideRedactions.add(what);
  }

  leaveChanged(passageId: number) {
    this.#changed.add(passageId);
  }

  /** Nothing of these is left out: nobody has said that nothing has to be. */
  tellNotLookedAt(responseIds: number[]) {
    for (const id of responseIds) this.#notLookedAt.add(id);
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
      redactedPlaces: sumOf(this.#redacted),
      withheldFiles: sumOf(this.#files),
      besideRedactions: this.#besideRedactions.size,
      changed: this.#changed.size,
      notLookedAt: this.#notLookedAt.size,
    };
  }
}

const sumOf = (counts: Map<number, number>) =>
  [...counts.values()].reduce((a, b) => a + b, 0);
