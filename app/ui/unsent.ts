/**
 * What a loader hands to a page that does not hydrate. Remix writes a page's data
 * down for scripts even where it prints none, and throws that away: of the queue
 * it was a tenth of the work. A private field is not written down. A page that
 * hydrates, or that a script leads to, would find nothing here
 * (docs/decisions/234).
 */
export class Unsent<Shown> {
  readonly #shown: Shown;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  get shown(): Shown {
    return this.#shown;
  }
}
