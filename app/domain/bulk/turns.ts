/**
 * People take turns, one response each. Whoever gave one back as not for them is
 * passed over for it and loses no turn.
 */
export class Turns {
  readonly #waiting: string[];

  constructor(people: readonly string[]) {
    this.#waiting = [...people];
  }

  /** @returns null where nobody is to have any; undefined where each of them gave this one back. */
  whoseTurn(gaveItBack: ReadonlySet<string> | undefined) {
    if (this.#waiting.length === 0) return null;
    return this.#waiting.find((staffId) => !gaveItBack?.has(staffId));
  }

  took(staffId: string) {
    this.#waiting.splice(this.#waiting.indexOf(staffId), 1);
    this.#waiting.push(staffId);
  }
}
