import {
  accessibilityAddress,
  callAddress,
  privacyAddress,
  questionListAddress,
} from "#app/addresses.ts";
import { selectPublicCalls } from "#app/domain/calls/calls.server.ts";
import { ownPageAddress } from "#app/page-addresses.ts";
import type { ShownPortal } from "./standing-portal.server.ts";
import type { Surroundings } from "../request/context.server.ts";
import type { KeptPage } from "./kept-page.server.ts";

const mostPages = 200;
const alwaysThere = ["/", privacyAddress, accessibilityAddress];

type Keeping = Pick<Surroundings, "db" | "now"> & {
  /** Asked for each request: by it a change is seen at once, where the engine can tell. */
  countChanges: () => number;
  /** What the team has saved and published of the review itself. */
  readPortal?: () => Promise<ShownPortal>;
  /** undefined where the page cannot be given to everybody. */
  render: (path: string) => Promise<KeptPage | undefined>;
};

/** What there is to be read in one second of the clock, as long as no call is changed. */
type Edition = {
  /** The second and every call as it was before the first of these pages was made. */
  stamp: string;
  paths: Set<string>;
  /** Null where it has been tried, and is not for everybody. */
  kept: Map<string, KeptPage | null | Promise<KeptPage | undefined>>;
};

/**
 * The pages that everybody reads alike: the first one, those of the calls, and
 * those of words. Each is rendered once for a second of the clock, so that what
 * opens or closes by it does so on the second, on every server; and anew as soon
 * as a call has changed (docs/decisions/206).
 */
export class KeptPages {
  readonly #keeping: Keeping;
  #second = Number.NaN;
  #changes = Number.NaN;
  #opening: Promise<Edition | undefined> = Promise.resolve(undefined);
  /** What is read now; undefined while it is asked whether it still holds. */
  #edition: Edition | undefined;
  #last: Edition | undefined;

  constructor(keeping: Keeping) {
    this.#keeping = keeping;
  }

  /** The page at an address, or a promise of it; undefined where the route itself must answer. */
  find(path: string): KeptPage | undefined | Promise<KeptPage | undefined> {
    if (!mayBeKept(path) && !this.#last?.paths.has(path)) return undefined;
    this.#turnOver();
    if (this.#edition) return this.#findIn(this.#edition, path);
    return this.#opening.then(
      (edition) => edition && this.#findIn(edition, path),
    );
  }

  #turnOver() {
    const second = Math.floor(this.#keeping.now().getTime() / 1000);
    const changes = this.#keeping.countChanges();
    if (second === this.#second && changes === this.#changes) return;
    this.#second = second;
    this.#changes = changes;
    this.#edition = undefined;
    const opening = this.#open(second);
    this.#opening = opening;
    void opening.then((edition) => {
      if (this.#opening !== opening) return;
      this.#edition = edition;
      // The database could not be asked: the next request tries anew.
      if (!edition) this.#second = Number.NaN;
    });
  }

  async #open(second: number): Promise<Edition | undefined> {
    const calls = await selectPublicCalls(this.#keeping.db).catch(
      () => undefined,
    );
    if (!calls) return undefined;
    const portal = await this.#keeping.readPortal?.();
    const rows = calls.map(({ definition: _frozen, ...row }) => row);
    const told = [portal?.ownPages, portal?.settings];
    const stamp = JSON.stringify([second, rows, told]);
    if (this.#last?.stamp === stamp) return this.#last;
    const paths = [
      ...alwaysThere,
      ...(portal?.ownPages ?? []).map(({ slug }) => ownPageAddress(slug)),
      ...calls.map(({ slug }) => callAddress(slug)),
      ...calls.map(({ slug }) => questionListAddress(slug)),
    ];
    this.#last = {
      stamp,
      paths: new Set(paths.slice(0, mostPages)),
      kept: new Map(),
    };
    return this.#last;
  }

  #findIn({ paths, kept }: Edition, path: string) {
    if (!paths.has(path)) return undefined;
    const known = kept.get(path);
    if (known !== undefined) return known ?? undefined;
    const made = this.#keeping.render(path).catch(() => undefined);
    kept.set(path, made);
    void made.then((page) => kept.set(path, page ?? null));
    return made;
  }
}

function mayBeKept(path: string): boolean {
  return path.startsWith(callAddress("")) || alwaysThere.includes(path);
}
