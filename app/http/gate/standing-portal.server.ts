import {
  type PublishedTitle,
  selectPublishedTitles,
} from "#app/domain/portal/own-pages.server.ts";
import type { PortalSettings } from "#app/domain/portal/settings.ts";
import { findSettings } from "#app/domain/portal/settings.server.ts";
import type { Env } from "../env.server.ts";
import { firstSettings, withSettings } from "../portal-settings.server.ts";
import type { Surroundings } from "../request/context.server.ts";
import type { Portal } from "./plain-page.server.ts";

type Standing = Pick<Surroundings, "db" | "env" | "now"> & {
  /** Asked for each request: by it a change is seen at once, where the engine can tell. */
  countChanges: () => number;
};

/** What every page may need of what the team has saved and published. */
export type ShownPortal = {
  /** The settings, with what was saved in the place of the operator's. */
  env: Env;
  ownPages: PublishedTitle[];
  /** As saved; undefined where the database could not be asked yet. */
  settings: PortalSettings | undefined;
};

/**
 * What the review says of itself, read once for a second of the clock, and anew
 * as soon as something was committed: on PostgreSQL, where that is not told,
 * another process shows what was saved a second later at the most.
 */
export class StandingPortal implements Portal {
  readonly #standing: Standing;
  #second = Number.NaN;
  #changes = Number.NaN;
  #last: ShownPortal;
  #reading: Promise<ShownPortal>;

  constructor(standing: Standing) {
    this.#standing = standing;
    this.#last = { env: standing.env, ownPages: [], settings: undefined };
    this.#reading = Promise.resolve(this.#last);
  }

  get reviewName() {
    return this.#last.env.reviewName;
  }

  get reviewContactEmail() {
    return this.#last.env.reviewContactEmail;
  }

  get settings() {
    return this.#last.settings;
  }

  get publicBaseUrl() {
    return this.#last.env.publicBaseUrl;
  }

  /** As it stands now; as it last stood, where the database cannot be asked. */
  read(): Promise<ShownPortal> {
    const second = Math.floor(this.#standing.now().getTime() / 1000);
    const changes = this.#standing.countChanges();
    if (second === this.#second && changes === this.#changes)
      return this.#reading;
    this.#second = second;
    this.#changes = changes;
    this.#reading = this.#ask().then(
      (shown) => (this.#last = shown),
      () => {
        this.#second = Number.NaN;
        return this.#last;
      },
    );
    return this.#reading;
  }

  async #ask(): Promise<ShownPortal> {
    const { db, env } = this.#standing;
    const { settings } = await findSettings(db, firstSettings(env));
    const ownPages = await selectPublishedTitles(db);
    return { env: withSettings(env, settings), ownPages, settings };
  }
}
