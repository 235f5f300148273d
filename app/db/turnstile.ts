/** Lets in one at a time, in the order in which they came. */
export class Turnstile {
  #isTaken = false;
  readonly #waiting: (() => void)[] = [];

  isTaken(): boolean {
    return this.#isTaken;
  }

  /** Whoever has entered must leave. */
  async enter(): Promise<void> {
    if (this.#isTaken)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
  }

  /** The next in line is let in at once: nobody who comes now can step before them. */
  leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}
